import { type ApologySlipFacts, type ChecklistSlipFacts, type PaperNumberSlipFacts, type ReturnSlipFacts, type SlipFacts, type TestSlipFacts, type TicketSlipFacts } from '../../printer/slip/facts.ts'
import { type SlipDocument } from '../../printer/slip/document.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { slipWords } from '../../printer/slip/words.ts'

export const aPageUrl = 'http://192.168.1.20:8080/t/Zk3vXq8bPw2LmN5rTy7uHg'

const head = { language: 'vi', office: { name: 'Trung tâm Phục vụ hành chính công xã Mẫu Sơn Hạ', phone: '0000 000 000' }, trial: false } as const
const ticket = {
  ...head, reprint: false, number: '1042', field: 'Chứng thực', procedure: 'Chứng thực bản sao từ bản chính', priority: false,
  issuedAt: '2026-11-23T09:40:31+07:00', serviceDate: '2026-11-23', url: aPageUrl
} as const

type Facts<Kind extends SlipFacts['kind']> = Extract<SlipFacts, { kind: Kind }>

/** One of each kind, as an office prints it on an ordinary day; a test changes what matters to it. */
export const someSlips: { readonly [Kind in SlipFacts['kind']]: Facts<Kind> } = {
  ticket: {
    ...ticket, kind: 'ticket', counters: [1, 3], ahead: 7, forecast: { earliest: '2026-11-23T09:58:00+07:00', latest: '2026-11-23T10:19:00+07:00' },
    papers: ['Bản chính giấy tờ', 'Bản sao (nếu đã có)', 'Căn cước']
  } satisfies TicketSlipFacts,
  checklist: {
    ...head, kind: 'checklist', procedure: 'Đăng ký khai sinh', field: 'Hộ tịch', counters: [2],
    papers: ['Tờ khai đăng ký khai sinh', 'Bản chính giấy chứng sinh, hoặc văn bản của người làm chứng', 'Căn cước của cha, mẹ', 'Giấy chứng nhận kết hôn (nếu có)'],
    fee: 'Không thu đối với đăng ký đúng hạn', resultTime: 'Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo', printedAt: '2026-11-23T09:41:07+07:00'
  } satisfies ChecklistSlipFacts,
  return: {
    ...ticket, kind: 'return', field: 'Hộ tịch', number: '2017', counter: 2, reason: 'Bản chính giấy chứng sinh\nGiấy ủy quyền có chữ ký của người mẹ', until: '2026-11-23T11:15:00+07:00'
  } satisfies ReturnSlipFacts,
  apology: { ...ticket, kind: 'apology', promisedMinutes: 30, waitedMinutes: 47 } satisfies ApologySlipFacts,
  'paper-number': { ...head, kind: 'paper-number', number: '1901', field: 'Chứng thực' } satisfies PaperNumberSlipFacts,
  test: { ...head, kind: 'test', printer: 'kiosk', profile: 'generic-80', printedAt: '2026-11-23T07:02:11+07:00' } satisfies TestSlipFacts
}

export const slipKinds = Object.keys(someSlips) as readonly SlipFacts['kind'][]

/** The document of one of `someSlips`, with changes. */
export function aSlip<Kind extends SlipFacts['kind']> (kind: Kind, changes: Partial<Facts<Kind>> = {}): SlipDocument {
  const facts = { ...someSlips[kind], ...changes }
  return documentOf(facts, slipWords(facts.language))
}
