import { texts } from './texts.ts'

/** Headers and words of the table on how right the forecasts were. */
export const forecastReportTexts = texts({
  group: 'Nhóm', which: 'Nội dung', numbers: 'Số lượt',
  covered: 'Tỷ lệ gọi trong khoảng dự kiến', early: 'Tỷ lệ gọi sớm hơn', late: 'Tỷ lệ gọi muộn hơn',
  meanErrorMinutes: 'Sai lệch trung bình (phút)', biasMinutes: 'Gọi muộn hơn dự kiến trung bình (phút)', meanWidthMinutes: 'Độ rộng khoảng trung bình (phút)',
  all: 'Tất cả', field: 'Lĩnh vực', hour: 'Giờ lấy số', promise: 'Lời hứa',
  called: 'số có dự kiến đã được gọi', made: 'số có dự kiến khi lấy',
  kept: 'gọi trong {minutes} phút đã hứa', broken: 'chờ quá {minutes} phút đã hứa', apologies: 'phiếu xin lỗi'
}, {
  group: 'Group', which: 'What', numbers: 'Count',
  covered: 'Share called within the range', early: 'Share called earlier', late: 'Share called later',
  meanErrorMinutes: 'Mean error (minutes)', biasMinutes: 'Called later than expected, on average (minutes)', meanWidthMinutes: 'Mean width of the range (minutes)',
  all: 'All', field: 'Field', hour: 'Hour of taking a number', promise: 'Promise',
  called: 'numbers with a forecast that were called', made: 'numbers given a forecast',
  kept: 'called within the promised {minutes} minutes', broken: 'waited beyond the promised {minutes} minutes', apologies: 'apology slips'
})
