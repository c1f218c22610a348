import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Type, type Static } from 'typebox'
import { Errors } from 'typebox/value'

const open = { additionalProperties: true } as const
const WallTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Weights = Type.Record(Type.String(), Type.Number({ minimum: 0 }))

/** What a simulated day reads of an office file; the server reads the rest and leaves this alone. */
export const SimulatedOffice = Type.Object({
  office: Type.Object({
    timeZone: Type.String(),
    hours: Type.Object({
      sessions: Type.Array(Type.Object({ from: WallTime, to: WallTime, ticketsFrom: WallTime, ticketsTo: WallTime }, open), { minItems: 1 })
    }, open)
  }, open),
  fields: Type.Array(Type.Object({ id: Type.String(), shareOfArrivals: Share }, open), { minItems: 1 }),
  procedures: Type.Array(Type.Object({ id: Type.String(), field: Type.String(), meanMinutes: Type.Number({ exclusiveMinimum: 0 }), cv: Type.Number({ minimum: 0 }) }, open)),
  priorityClasses: Type.Array(Type.Object({ id: Type.String() }, open)),
  lowRatingReasons: Type.Array(Type.Object({ name: Type.String() }, open)),
  arrivalHalfHourWeights: Weights,
  weekdayMultiplier: Weights,
  simulation: Type.Object({
    visitorsPerDay: Type.Integer({ minimum: 1 }), noShow: Share, recalledOnce: Share, priority: Share, ratingResponse: Share, ratingLevels: Weights,
    heldForPapers: Type.Optional(Share), transferred: Type.Optional(Share)
  }, open),
  accounts: Type.Array(Type.Object({ username: Type.String(), role: Type.String(), counter: Type.Optional(Type.Integer()) }, open))
}, open)
export type SimulatedOffice = Static<typeof SimulatedOffice>

export const sampleFile = resolve(import.meta.dirname, '../../samples/office.json')

/** Reads and checks an office file for simulation. Throws one sentence that names the first thing wrong. */
export async function readSimulatedOffice (path = sampleFile): Promise<SimulatedOffice> {
  const content: unknown = JSON.parse(await readFile(path, 'utf8'))
  const [wrong] = Errors(SimulatedOffice, content)
  if (wrong) throw new Error(`${path}: no day can be simulated: ${wrong.instancePath || '/'} ${wrong.message}`)
  return content as SimulatedOffice
}
