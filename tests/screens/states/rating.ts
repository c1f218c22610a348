import { html, type TemplateResult } from 'lit'
import type { AskedRating, RatingShot } from '../../../common/contract/live.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import type { Said, Scene } from '../../../display/rating/flow.ts'
import '../../../display/rating/view.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { aCounter, office } from '../support/office.ts'

const officer = { id: 'o2', name: 'Cán bộ mẫu 2', title: 'Công chức Tư pháp – Hộ tịch' }
const long = { id: 'o3', name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức Văn hóa – Xã hội, Lao động – Thương binh' }
const both = (vi: string, en: string) => ({ vi, en })

const shot: RatingShot = {
  epoch: 'e1', rev: 100, at: ago(0), office, counter: aCounter(2, { officer }),
  lowRatingReasons: [
    both('Chờ lâu', 'Long wait'), both('Hướng dẫn chưa rõ ràng', 'Unclear guidance'), both('Thái độ chưa thân thiện', 'Unfriendly attitude'),
    both('Phải đi lại nhiều lần', 'Several trips needed'), both('Yêu cầu thêm giấy tờ ngoài quy định', 'Papers beyond the rules were asked for'),
    both('Cơ sở vật chất', 'Facilities'), both('Khác', 'Other')
  ]
}
const asked: AskedRating = { token: 'token-of-the-question', counter: 2, officer, solemn: false, until: ago(-600), screenSeconds: 30 }
const endsAt = now.getTime() + 21_000

const draw = (state: LiveState<RatingShot>, scene: Scene = { step: 'rest' }): TemplateResult => html`<moi-rating .state=${state} .scene=${scene} .now=${now}></moi-rating>`
const live = (change: Partial<RatingShot> = {}, scene?: Scene) => () => draw({ status: 'live', shot: { ...shot, ...change } }, scene)
const question = (change: Partial<AskedRating> = {}) => live({}, { step: 'question', asked: { ...asked, ...change }, endsAt })
const said = (said: Said, solemn = false) => live({}, { step: 'said', said, solemn, endsAt })

export default {
  sizes: [{ width: 1280, height: 800 }, { width: 1024, height: 600 }, { width: 800, height: 1280 }],
  fixed: true,
  states: {
    rest: live(),
    'rest-long': live({ counter: aCounter(12, { officer: long }) }),
    closed: live({ counter: { ...shot.counter, state: 'closed' } }),
    paused: live({ counter: { ...shot.counter, state: 'paused', reason: 'Đi lấy hồ sơ ở bộ phận lưu trữ' } }),
    question: question(),
    'question-long': question({ counter: 12, officer: long }),
    solemn: question({ solemn: true }),
    sending: live({}, { step: 'sending', asked, outcome: 'thanks' }),
    reasons: live({}, { step: 'reasons', asked, level: 2, chosen: [], endsAt }),
    'reasons-chosen': live({}, { step: 'reasons', asked: { ...asked, counter: 12, officer: long }, level: 1, chosen: ['Chờ lâu', 'Yêu cầu thêm giấy tờ ngoài quy định'], endsAt }),
    thanks: said('thanks'),
    'thanks-solemn': said('thanks', true),
    skipped: said('skipped'),
    used: said('used'),
    expired: said('expired'),
    lost: said('lost'),
    stale: () => draw({ status: 'stale', shot, staleSince: '2026-11-23T09:14:03+07:00' }),
    loading: () => draw({ status: 'loading' }),
    unreached: () => draw({ status: 'stale' }),
    'other-counter': () => draw({ status: 'refused', code: 'NOT_ALLOWED' }),
    unpaired: () => html`<moi-rating .state=${{ status: 'refused', code: 'SIGN_IN_REQUIRED' } as const} .now=${now} wrong="Mã ghép chưa đúng hoặc đã dùng. Mời xin quản trị một mã mới."></moi-rating>`
  }
} satisfies ScreenStates
