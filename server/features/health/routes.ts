import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed } from '../../../common/contract/basics.ts'
import type { Day } from '../../domain/day.ts'
import { clockBehindMs } from '../../domain/office-time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Soundness } from '../../ports/soundness.ts'
import type { Store } from '../../ports/store.ts'

const Health = Type.Object({ ok: Type.Boolean(), checks: Type.Record(Type.String(), Type.String()) }, closed)

/** Anyone may ask, and each answer costs a durable write: askers in the same moment share one. */
const trustMs = 2_000

/**
 * For a watchdog: 503 when numbers could not be given out, or the database proved unsound.
 * A printer without paper, a failed backup and a clock that is behind stop no queue: they are told, not fatal.
 */
export const healthRoutes: FastifyPluginAsyncTypebox<{ store: Store, clock: Clock, printer: SlipPrinter, soundness: Soundness }> = async (app, { store, clock, printer, soundness }) => {
  const recent = askedSeldom<string | undefined>(trustMs)
  app.get('/health', { schema: { tags: ['health'], summary: 'Whether all is well', response: { 200: Health, 503: Health } }, onRequest: app.may('ask-health') }, async (_request, reply) => {
    const trouble = await recent(() => store.trouble())
    const database = trouble ?? soundness.database()
    const ok = database === 'ok' || database === 'checking'
    const days = await Promise.all((await store.offices()).map(store.day))
    const paper = paperNotes(printer, days.some(({ office }) => office.confirmed))
    return reply.code(ok ? 200 : 503).send({ ok, checks: { database, ...printerChecks(printer), ...paper && { paper }, ...clockCheck(days, clock), ...soundness.notes() } })
  })
}

/** `printer` and `printer.desk`, each with its state in a word; what was not read of the office's languages; why slips cannot be drawn. */
function printerChecks ({ printers, kiosk, unreadable, cannotDraw }: SlipPrinter): Record<string, string> {
  const states = printers().map(({ name, state }) => [name === kiosk ? 'printer' : `printer.${name}`, state])
  const slips = cannotDraw()
  return { ...Object.fromEntries(states) as Record<string, string>, ...unreadable.length > 0 && { languages: unreadable.join('; ') }, ...slips !== undefined && { slips } }
}

/** Why a printer is out of reach, and in an office that works in earnest which one is made of software; undefined when there is nothing to say. */
function paperNotes ({ printers, kiosk }: SlipPrinter, isConfirmed: boolean): string | undefined {
  const notes = printers().flatMap(({ name, state, detail, isVirtual }) => [
    ...state === 'unreachable' && detail !== undefined ? [`${name}: ${detail}`] : [],
    ...isVirtual && isConfirmed ? [`${name === kiosk ? '' : `${name}: `}virtual printer: no slip comes out; set ${name === kiosk ? 'MOISO_PRINTER' : 'MOISO_DESK_PRINTER'}`] : []
  ])
  return notes.length > 0 ? notes.join('; ') : undefined
}

/** A machine without a clock battery wakes up in the past; a person must set it right. */
const behindToTellMs = 60_000

function clockCheck (days: readonly Day[], clock: Clock): Record<string, string> {
  const mostMs = Math.max(0, ...days.map(day => clockBehindMs(day, clock.now())))
  return mostMs > behindToTellMs ? { clock: `${Math.round(mostMs / 60_000)} minutes behind what is already written down: set the machine's clock right` } : {}
}

/** Asks anew only when the last answer is older than that. */
function askedSeldom<Answer> (forMs: number): (ask: () => Promise<Answer>) => Promise<Answer> {
  let last: { readonly at: number, readonly answer: Promise<Answer> } | undefined
  return ask => {
    if (!last || performance.now() - last.at > forMs) last = { at: performance.now(), answer: ask() }
    return last.answer
  }
}
