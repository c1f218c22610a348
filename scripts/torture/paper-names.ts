import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Office {
  readonly fields: readonly { readonly id: string, readonly name: string }[]
  readonly procedures: readonly { readonly field: string, readonly name: string, readonly papers: readonly string[], readonly fee?: string, readonly resultTime?: string }[]
}

export interface PaperNames { readonly office: string, readonly field: string, readonly procedure: string, readonly papers: readonly string[], readonly fee?: string, readonly resultTime?: string }

const sample = JSON.parse(readFileSync(join(import.meta.dirname, '../../samples/office.json'), 'utf8')) as Office

const manners = [
  '', ' có yếu tố nước ngoài', ' (tiếp nhận lưu động tại thôn, bản)', ' theo văn bản ủy quyền', ' tại khu vực biên giới',
  ' (nộp qua dịch vụ bưu chính công ích, nhận kết quả tại nhà)', ' cho người cao tuổi, người khuyết tật không tự đi lại được'
]
const offices = [
  'Trung tâm Phục vụ hành chính công xã', 'Trung tâm Phục vụ hành chính công phường', 'Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính, Ủy ban nhân dân xã',
  'Điểm tiếp nhận hồ sơ số 2 – Trung tâm Phục vụ hành chính công xã', 'Chi nhánh số 3, Trung tâm Phục vụ hành chính công phường', 'UBND PHƯỜNG', 'ỦY BAN NHÂN DÂN XÃ'
]
/** Made-up places. */
const places = [
  'Mẫu Sơn Hạ', 'Nậm Khẩu', 'Ea Krŏng Mới', 'Đồng Ruộng Thượng', 'Phú Gia Mẫu', 'Thạnh Lợi Ví Dụ', 'Quỳnh Xuân Giả Định', 'Cửa Lũng', 'Hữu Nghĩa Tưởng', 'Vĩnh Thuỷ Ảo', 'Bắc Kỳ Ngữ', 'Suối Đá Ong',
  'Ỷ La Mường', 'Tưởng Tượng', 'Ngọc Khuê Đồi', 'Xuân Đỗ Quỳ', 'Hoằng Ưng Ý', 'Yên Ổn Thuận', 'Kẻ Gỗ Hường', 'Diễn Thử', 'Lộc Nguyễn Khê', 'Châu Phốc Tự', 'Sơn Cẩm Trại', 'Trà Bồng Ngẫu', 'Gò Dưỡng Ẩm', 'Mỹ Hưng Đạt', 'Tịnh Ấn Ngoài', 'Pờ Ê Kéo', 'Đắk Rồ'
]

/** Names as offices have them, long ones included; no two of the first two hundred alike. */
export function paperNames (index: number): PaperNames {
  const { procedures, fields } = sample
  const procedure = procedures[index % procedures.length]!
  const { papers, fee, resultTime } = procedure
  return {
    office: `${offices[index % offices.length]} ${places[index % places.length]}`,
    field: fields.find(({ id }) => id === procedure.field)?.name ?? procedure.field,
    procedure: procedure.name + manners[Math.floor(index / procedures.length) % manners.length]!,
    papers, ...fee && { fee }, ...resultTime && { resultTime }
  }
}
