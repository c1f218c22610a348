import { readFile } from 'node:fs/promises'
import { Type, type Static } from 'typebox'
import { Errors } from 'typebox/value'
import type { OfficeSeed } from '../ports/seed.ts'

const open = { additionalProperties: true } as const
const WallTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,32}$' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Purpose = Type.Union([Type.Literal('submit'), Type.Literal('collect'), Type.Literal('supplement'), Type.Literal('ask')])

/**
 * An office as a file (samples/office.json is one). What is not named here may stand in the file
 * for other programs, such as the simulated day; it is not read.
 */
export const OfficeFile = Type.Object({
  office: Type.Object({
    name: Name, nameEn: Name, timeZone: Type.String(),
    hours: Type.Object({
      days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
      sessions: Type.Array(Type.Object({ from: WallTime, to: WallTime, ticketsFrom: WallTime, ticketsTo: WallTime }, open))
    }, open),
    promiseMinutes: Type.Integer({ minimum: 1 }),
    orderPolicy: Type.Union([
      Type.Object({ kind: Type.Literal('strict') }, open),
      Type.Object({ kind: Type.Literal('ratio'), priority: Type.Integer({ minimum: 1 }), ordinary: Type.Integer({ minimum: 1 }) }, open)
    ]),
    recallLimit: Type.Integer({ minimum: 0 }),
    ratingMinutes: Type.Optional(Type.Integer({ minimum: 1 })),
    contact: Type.Optional(Type.Object({ phone: Type.Optional(Type.String()) }, open))
  }, open),
  fields: Type.Array(Type.Object({
    id: Id, digit: Type.Integer({ minimum: 1, maximum: 9 }), name: Name, nameEn: Name, kioskLabel: Name, kioskLabelEn: Type.Optional(Name),
    purpose: Type.Optional(Purpose), windows: Type.Optional(Type.Array(Type.Object({ from: WallTime, to: WallTime }, open)))
  }, open), { minItems: 1 }),
  procedures: Type.Array(Type.Object({
    id: Id, field: Id, name: Name, nameEn: Type.Optional(Name), kioskLabel: Name, kioskLabelEn: Type.Optional(Name), meanMinutes: Type.Number({ minimum: 0 }),
    resultTime: Type.Union([Type.String(), Type.Null()]), fee: Type.Union([Type.String(), Type.Null()]), papers: Type.Array(Type.String()),
    purpose: Type.Optional(Purpose), solemn: Type.Optional(Type.Boolean()), needsReview: Type.Optional(Type.Boolean())
  }, open)),
  counters: Type.Array(Type.Object({ number: Type.Integer({ minimum: 1, maximum: 999 }), main: Type.Array(Id), helper: Type.Array(Id) }, open), { minItems: 1 }),
  priorityClasses: Type.Array(Type.Object({ id: Id, name: Name, nameEn: Name }, open)),
  lowRatingReasons: Type.Array(Type.Object({ name: Name, nameEn: Name }, open)),
  holidays: Type.Object({ days: Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })) }, open),
  accounts: Type.Array(Type.Object({
    username: Type.String({ pattern: '^[a-z0-9._-]{1,64}$' }), role: Type.Union([Type.Literal('officer'), Type.Literal('guide'), Type.Literal('supervisor'), Type.Literal('observer'), Type.Literal('admin')]),
    name: Name, title: Type.Optional(Name), counter: Type.Optional(Type.Integer())
  }, open)),
  slides: Type.Array(Type.Object({ kind: Name, title: Name, lines: Type.Array(Type.String()) }, open))
}, open)
export type OfficeFile = Static<typeof OfficeFile>

/** Reads and checks an office file. Throws one sentence that names the first thing wrong. */
export async function readOfficeFile (path: string): Promise<OfficeFile> {
  const content = await readJson(path)
  const [wrong] = Errors(OfficeFile, content)
  if (wrong) throw new Error(`MOISO_SEED: ${path}: ${wrong.instancePath || '/'} ${wrong.message}`)
  return content as OfficeFile
}

async function readJson (path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`MOISO_SEED: ${path} cannot be read as JSON (${error instanceof Error ? error.message : String(error)})`, { cause: error })
  }
}

/** The first office of an empty database. `passwordHash` gives each account its first password. */
export function seedFrom (file: OfficeFile, id: string, passwordHash: (username: string) => string): OfficeSeed {
  const { office } = file
  return {
    id, name: { vi: nfc(office.name), en: office.nameEn }, timeZone: office.timeZone,
    ...office.contact?.phone !== undefined && { phone: office.contact.phone },
    hours: office.hours, holidays: file.holidays.days, promiseMinutes: office.promiseMinutes, policy: office.orderPolicy,
    recallLimit: office.recallLimit, ratingMinutes: office.ratingMinutes ?? 60,
    fields: file.fields.map(({ id, digit, name, nameEn, kioskLabel, kioskLabelEn, purpose, windows }) => ({
      id, digit, name: { vi: nfc(name), en: nameEn }, kioskLabel: { vi: nfc(kioskLabel), en: kioskLabelEn ?? nameEn }, purpose: purpose ?? 'submit', ...windows && { windows }
    })),
    procedures: file.procedures.map(({ id, field, name, nameEn, kioskLabel, kioskLabelEn, meanMinutes, resultTime, fee, papers, purpose, solemn, needsReview }) => ({
      id, field, name: { vi: nfc(name), en: nameEn ?? name }, kioskLabel: { vi: nfc(kioskLabel), en: kioskLabelEn ?? kioskLabel }, meanMinutes, papers: papers.map(nfc),
      purpose: purpose ?? file.fields.find(known => known.id === field)?.purpose ?? 'submit', solemn: solemn ?? false, needsReview: needsReview ?? false,
      ...fee !== null && { fee: nfc(fee) }, ...resultTime !== null && { resultTime: nfc(resultTime) }
    })),
    duties: file.counters.map(({ number, main, helper }) => ({ number, main, helper })),
    priorityClasses: file.priorityClasses.map(({ id, name, nameEn }) => ({ id, name: { vi: nfc(name), en: nameEn } })),
    lowRatingReasons: file.lowRatingReasons.map(({ name, nameEn }) => ({ vi: nfc(name), en: nameEn })),
    notices: file.slides.map(({ kind, title, lines }) => ({ kind, title: nfc(title), lines: lines.map(nfc) })),
    people: file.accounts.map(({ username, name, title, role, counter }) => ({
      id: `p_${username.replaceAll('.', '_')}`, username, name: nfc(name), title: nfc(title ?? ''), role, passwordHash: passwordHash(username), ...counter !== undefined && { counter }
    }))
  }
}

/** Vietnamese is stored precomposed (TCVN 6909). */
function nfc (text: string): string {
  return text.normalize('NFC')
}
