import type { Outcome, Rules } from '../domain/office.ts'

/** How a transaction may have ended, where the office names nothing else (docs/office-rules.md). */
const defaultOutcomes: readonly Outcome[] = [
  { id: 'received', name: { vi: 'Đã tiếp nhận hồ sơ', en: 'Dossier received' } },
  { id: 'returned', name: { vi: 'Đã trả kết quả', en: 'Result handed over' } },
  { id: 'guided', name: { vi: 'Đã hướng dẫn', en: 'Guided' } },
  { id: 'incomplete', name: { vi: 'Hồ sơ chưa đủ', en: 'Dossier incomplete' } },
  { id: 'declined', name: { vi: 'Không thuộc thẩm quyền', en: 'Not for this office' } },
  { id: 'other', name: { vi: 'Khác', en: 'Other' } }
]

/** What an office goes by that has not settled it (docs/office-rules.md). */
export const defaultRules: Rules = {
  policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60, outcomes: defaultOutcomes
}
export const defaultRatingMinutes = 60
