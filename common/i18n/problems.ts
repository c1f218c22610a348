import { texts } from './texts.ts'

/** What each "no" says to the person in front of the screen: what is so, and what to do next. */
export const problems = texts({
  INVALID_REQUEST: 'Yêu cầu chưa đúng. Mời kiểm tra lại thông tin đã nhập.',
  UNKNOWN_FIELD: 'Trung tâm không có lĩnh vực "{field}". Mời chọn một lĩnh vực trong danh mục.',
  UNKNOWN_PROCEDURE: 'Lĩnh vực này không có thủ tục "{procedure}". Mời chọn lại thủ tục.',
  UNKNOWN_PRIORITY_CLASS: 'Không có đối tượng ưu tiên "{class}", hoặc yêu cầu không phải là ưu tiên. Mời chọn lại.',
  UNKNOWN_LANGUAGE: 'Phiếu chưa in được bằng ngôn ngữ "{language}". Các ngôn ngữ có sẵn: {known}.',
  UNKNOWN_PRINTER: 'Trung tâm không có máy in "{printer}". Mời chọn máy in khác.',
  NO_PAPERS: 'Thủ tục này chưa có danh mục giấy tờ. Mời hỏi cán bộ tại quầy.',
  SIGN_IN_REQUIRED: 'Cần đăng nhập. Mời đăng nhập rồi thử lại.',
  WRONG_PASSWORD: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Mời nhập lại.',
  NOT_ALLOWED: 'Tài khoản hoặc thiết bị này không được làm việc đó. Mời dùng tài khoản phù hợp hoặc hỏi quản trị.',
  FOREIGN_ORIGIN: 'Yêu cầu đến từ một trang web khác nên bị từ chối. Mời mở lại trang từ máy chủ của Trung tâm.',
  NOT_FOUND: 'Không tìm thấy. Mời kiểm tra lại đường dẫn hoặc tải lại trang.',
  COUNTER_CLOSED: 'Quầy {counter} đang đóng. Mời mở quầy trước.',
  COUNTER_BUSY: 'Quầy {counter} đang phục vụ số {number}. Mời hoàn thành số này trước.',
  COUNTER_PAUSED: 'Quầy {counter} đang tạm dừng. Mời mở lại quầy trước.',
  COUNTER_TAKEN: 'Quầy {counter} đang do {officer} phụ trách. Có thể nhận bàn giao quầy nếu cần.',
  NOT_HOLDER: 'Quầy {counter} đang được mở ở nơi khác. Mời nhận bàn giao quầy để tiếp tục.',
  NOBODY_WAITING: 'Không còn ai chờ ở quầy {counter}.',
  RECALL_LIMIT: 'Số {number} đã được gọi lại {limit} lần. Mời chọn "Vắng mặt".',
  WRONG_STATE: 'Số này không còn ở trạng thái làm được việc đó. Mời xem lại màn hình.',
  OFFICE_CLOSED: 'Trung tâm đang nghỉ, chưa cấp số.{opens} Mời Ông/Bà quay lại sau hoặc hỏi cán bộ hướng dẫn.',
  FIELD_CLOSED: 'Lĩnh vực {field} chưa cấp số lúc này.{opens} Mời Ông/Bà gặp cán bộ hướng dẫn.',
  TOKEN_USED: 'Ý kiến cho lượt này đã được ghi nhận. Xin cảm ơn Ông/Bà.',
  TOKEN_EXPIRED: 'Mã này đã hết hạn. Mời xin mã mới hoặc hỏi cán bộ hướng dẫn.',
  PAIRING_CODE_UNKNOWN: 'Mã ghép chưa đúng hoặc đã dùng. Mời xin quản trị một mã mới.',
  REPRINT_TOO_LATE: 'Đã quá 60 giây từ khi lấy số. Mời nhờ cán bộ hướng dẫn in lại phiếu.',
  TRIAL_OVER: 'Trung tâm đã chính thức hoạt động, không còn chế độ dùng thử. Mời ghép thiết bị bằng mã.',
  IDEMPOTENCY_KEY_REUSED: 'Khóa chống gửi trùng đã dùng cho một yêu cầu khác. Mời gửi với khóa mới.',
  TOO_MANY_REQUESTS: 'Gửi quá nhiều lần. Mời đợi {retryAfterSeconds} giây rồi thử lại.',
  PAYLOAD_TOO_LARGE: 'Nội dung gửi quá lớn. Mời rút gọn rồi gửi lại.',
  UNSUPPORTED_MEDIA_TYPE: 'Nội dung phải là JSON (application/json).',
  STORAGE_FULL: 'Máy chủ không ghi được dữ liệu (đầy hoặc lỗi ổ đĩa). Số chưa được cấp. Mời báo quản trị.',
  INTERNAL: 'Máy chủ gặp lỗi và đã ghi lại. Mời thử lại hoặc báo quản trị.'
}, {
  INVALID_REQUEST: 'The request is not right. Please check what was entered.',
  UNKNOWN_FIELD: 'This office has no field "{field}". Please choose one from the catalogue.',
  UNKNOWN_PROCEDURE: 'This field has no procedure "{procedure}". Please choose again.',
  UNKNOWN_PRIORITY_CLASS: 'There is no priority class "{class}", or the request is not for priority. Please choose again.',
  UNKNOWN_LANGUAGE: 'Slips cannot be printed in the language "{language}". Known languages: {known}.',
  UNKNOWN_PRINTER: 'This office has no printer "{printer}". Please choose another.',
  NO_PAPERS: 'No papers are listed for this procedure. Please ask at the counter.',
  SIGN_IN_REQUIRED: 'Please sign in and try again.',
  WRONG_PASSWORD: 'The username or the password is not right. Please enter them again.',
  NOT_ALLOWED: 'This account or device may not do that. Please use a suitable account or ask the administrator.',
  FOREIGN_ORIGIN: 'The request came from another website and was refused. Please open the page from the office server.',
  NOT_FOUND: 'Not found. Please check the address or reload the page.',
  COUNTER_CLOSED: 'Counter {counter} is closed. Please open it first.',
  COUNTER_BUSY: 'Counter {counter} is serving number {number}. Please finish it first.',
  COUNTER_PAUSED: 'Counter {counter} is paused. Please resume it first.',
  COUNTER_TAKEN: 'Counter {counter} is held by {officer}. You can take it over if needed.',
  NOT_HOLDER: 'Counter {counter} is open elsewhere. Please take it over to go on.',
  NOBODY_WAITING: 'Nobody is waiting for counter {counter}.',
  RECALL_LIMIT: 'Number {number} has been called again {limit} times. Please choose "Missed".',
  WRONG_STATE: 'The number is no longer in a state for this. Please look at the screen again.',
  OFFICE_CLOSED: 'The office is closed and gives out no numbers.{opens} Please come back later or ask the guide.',
  FIELD_CLOSED: '{field} gives out no numbers now.{opens} Please ask the guide.',
  TOKEN_USED: 'Your opinion on this visit has been recorded. Thank you.',
  TOKEN_EXPIRED: 'This code has expired. Please ask for a new one.',
  PAIRING_CODE_UNKNOWN: 'The pairing code is wrong or used. Please ask the administrator for a new one.',
  REPRINT_TOO_LATE: 'More than 60 seconds have passed since the number was taken. Please ask the guide to reprint it.',
  TRIAL_OVER: 'The office is in operation and trial mode is over. Please pair the device with a code.',
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key was used for another request. Please send a new key.',
  TOO_MANY_REQUESTS: 'Too many tries. Please wait {retryAfterSeconds} seconds and try again.',
  PAYLOAD_TOO_LARGE: 'The content is too large. Please shorten it and send it again.',
  UNSUPPORTED_MEDIA_TYPE: 'The content must be JSON (application/json).',
  STORAGE_FULL: 'The server cannot write (disk full or failing). No number was given. Please tell the administrator.',
  INTERNAL: 'The server met an error and logged it. Please try again or tell the administrator.'
})

/** Added to a closed office's sentence when the next opening is known. */
export const opens = texts({ next: ' Giờ cấp số tiếp theo: {time}.' }, { next: ' Numbers are given out again at {time}.' })

/** Short titles by status, for RFC 9457 `title`. */
export const titles = texts({
  400: 'Yêu cầu chưa đúng', 401: 'Cần đăng nhập', 403: 'Không được phép', 404: 'Không tìm thấy',
  409: 'Chưa làm được lúc này', 410: 'Đã hết hạn', 413: 'Nội dung quá lớn', 415: 'Sai kiểu nội dung', 422: 'Khóa đã dùng', 429: 'Thử quá nhiều lần', 500: 'Lỗi máy chủ', 507: 'Không ghi được dữ liệu'
}, {
  400: 'Invalid request', 401: 'Sign-in required', 403: 'Not allowed', 404: 'Not found',
  409: 'Not possible now', 410: 'Expired', 413: 'Too large', 415: 'Unsupported media type', 422: 'Key reused', 429: 'Too many requests', 500: 'Server error', 507: 'Cannot store'
})
