import sample from '../../../samples/office.json' with { type: 'json' }
import type { Field, Procedure } from '../../../common/contract/office.ts'
import type { Catalogue } from '../../../display/kiosk/model.ts'
import { office } from './office.ts'

/** The sample office as the server publishes it. */
export const catalogue: Catalogue = {
  office: {
    id: 'o', name: office.name, timeZone: office.timeZone, open: true, opensAt: null, closesAt: null, moment: { kind: 'working' }, carried: 0, bookable: true, onPhones: true, trial: true, promiseMinutes: 30,
    priorityClasses: sample.priorityClasses.map(({ id, name, nameEn }) => ({ id, name: { vi: name, en: nameEn } })),
    lowRatingReasons: sample.lowRatingReasons.map(({ name, nameEn }) => ({ vi: name, en: nameEn })),
    outcomes: [{ id: 'received', name: { vi: 'Đã tiếp nhận hồ sơ', en: 'Dossier received' } }]
  },
  fields: sample.fields.map((field): Field => ({
    id: field.id, digit: field.digit, name: { vi: field.name, en: field.nameEn }, kioskLabel: { vi: field.kioskLabel, en: field.nameEn },
    purpose: field.id === 'HD' ? 'ask' : field.id === 'TQ' ? 'collect' : 'submit', waiting: 0, served: true, open: true, opensAt: null,
    counters: sample.counters.filter(({ main }) => main.includes(field.id)).map(({ number }) => number),
    bookable: sample.office.rules.booking.fields.includes(field.id), ...'asksDossiers' in field && { asksDossiers: true }
  })),
  procedures: sample.procedures.map((procedure): Procedure => ({
    id: procedure.id, field: procedure.field, name: { vi: procedure.name, en: procedure.name }, kioskLabel: { vi: procedure.kioskLabel, en: procedure.kioskLabel },
    purpose: 'submit', papers: procedure.papers, fee: procedure.fee, resultTime: procedure.resultTime, solemn: false, needsReview: procedure.needsReview
  }))
}
