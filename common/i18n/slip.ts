import { texts } from './texts.ts'

/** Words printed on a citizen's slip. Blanks are filled by printer/slip. */
export const slipTexts = texts({
  'trial': 'DỮ LIỆU MINH HỌA',
  'number': 'SỐ THỨ TỰ',
  'priority': 'ƯU TIÊN',
  'reprint': 'IN LẠI',
  'field': 'Lĩnh vực: {field}',
  'counter': 'Quầy {counters}',
  'counters.or': '{first} hoặc {last}',
  'ahead.none': 'Ông/Bà là người tiếp theo',
  'ahead.one': 'Trước Ông/Bà còn 1 người',
  'ahead.many': 'Trước Ông/Bà còn {ahead} người',
  'forecast.at': 'Dự kiến được gọi: khoảng {earliest}',
  'forecast.range': 'Dự kiến được gọi: {earliest} – {latest}',
  'taken': 'Lấy số lúc {time}, {weekday} {date}',
  'serviceDay': 'Phục vụ {weekday} {date}',
  'date': '{day}/{month}/{year}',
  'papers.title': 'Giấy tờ cần có',
  'papers.moreByCode': '… xem thêm khi quét mã',
  'papers.moreByAsking': '… hỏi thêm cán bộ hướng dẫn',
  'code.caption': 'Quét mã để theo dõi trên điện thoại',
  'code.tooLong': 'Theo dõi lượt của Ông/Bà tại: {url}',
  'missed': 'Vắng mặt khi gọi: xin báo cán bộ hướng dẫn để được gọi lại.',
  'thanks': 'Xin cảm ơn Ông/Bà.',
  'phone': 'Phản ánh, góp ý: {phone}',
  'weekday.0': 'Chủ nhật',
  'weekday.1': 'thứ Hai',
  'weekday.2': 'thứ Ba',
  'weekday.3': 'thứ Tư',
  'weekday.4': 'thứ Năm',
  'weekday.5': 'thứ Sáu',
  'weekday.6': 'thứ Bảy'
}, {
  'trial': 'SAMPLE DATA',
  'number': 'YOUR NUMBER',
  'priority': 'PRIORITY',
  'reprint': 'REPRINT',
  'field': 'Field: {field}',
  'counter': 'Counter {counters}',
  'counters.or': '{first} or {last}',
  'ahead.none': 'You are next',
  'ahead.one': '1 person ahead of you',
  'ahead.many': '{ahead} people ahead of you',
  'forecast.at': 'Expected call: about {earliest}',
  'forecast.range': 'Expected call: {earliest} – {latest}',
  'taken': 'Taken at {time}, {weekday} {date}',
  'serviceDay': 'Valid on {weekday} {date}',
  'date': '{day}/{month}/{year}',
  'papers.title': 'Papers to bring',
  'papers.moreByCode': '… scan the code for the rest',
  'papers.moreByAsking': '… ask the guide for the rest',
  'code.caption': 'Scan to follow your turn on your phone',
  'code.tooLong': 'Follow your turn at: {url}',
  'missed': 'Missed your call? Please tell the guide to be called again.',
  'thanks': 'Thank you.',
  'phone': 'Feedback: {phone}',
  'weekday.0': 'Sunday',
  'weekday.1': 'Monday',
  'weekday.2': 'Tuesday',
  'weekday.3': 'Wednesday',
  'weekday.4': 'Thursday',
  'weekday.5': 'Friday',
  'weekday.6': 'Saturday'
})

/** What is said when MOISO_PRINTER cannot be used. */
export const printerUrlTexts = texts({
  'unreadable': 'Địa chỉ máy in "{url}" không đúng. Hãy dùng tcp://ĐỊA-CHỈ:9100, file:THƯ-MỤC hoặc virtual:',
  'usb': 'Máy in USB "{url}" chưa được hỗ trợ trong bản này. Hãy dùng tcp://ĐỊA-CHỈ:9100, file:THƯ-MỤC hoặc virtual:',
  'profile': 'Không có kiểu máy in "{profile}" trong địa chỉ "{url}". Các kiểu có sẵn: {known}'
}, {
  'unreadable': 'The printer address "{url}" is not right. Use tcp://HOST:9100, file:DIR or virtual:',
  'usb': 'The USB printer "{url}" is not supported in this version yet. Use tcp://HOST:9100, file:DIR or virtual:',
  'profile': 'There is no printer profile "{profile}" in the address "{url}". Known profiles: {known}'
})
