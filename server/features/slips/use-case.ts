import { may } from '../../../common/contract/permissions.ts'
import type { ChecklistRequest, SlipAsked, SlipRequest } from '../../../common/contract/printer.ts'
import type { Day } from '../../domain/day.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { currentDate } from '../../domain/ticketing.ts'
import type { Instant } from '../../domain/time.ts'
import type { Chance } from '../../ports/clock.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { SlipFacts, SlipPrinter } from '../../ports/slip-printer.ts'
import type { Once, Store, Turned } from '../../ports/store.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { checklistSlip, printerFor, refuseLanguage, testSlip } from '../slip.ts'

export interface SlipsNeeds {
  readonly store: Pick<Store, 'isTight'>
  readonly turn: OfficeTurn
  readonly chance: Chance
  readonly printer: SlipPrinter
}

export type AskSlip = (request: SlipRequest, principal: Principal, once?: Once) => Promise<Result<Turned<SlipAsked>, Refusal>>

/** A slip and the printer it is for. */
interface Drafted { readonly slip: SlipFacts, readonly on: string }

/** Slips that are no ticket's: the papers of a procedure, a printer's test page. */
export function askSlipUseCase ({ store, turn, chance, printer }: SlipsNeeds): AskSlip {
  return async (request, principal, once) => {
    if (!may(principal, request.kind === 'test' ? 'print-test-page' : 'print-checklist')) return refuse({ code: 'NOT_ALLOWED' })
    const language = request.language ?? 'vi'
    const unspoken = refuseLanguage(language, printer)
    if (unspoken) return unspoken
    if (await store.isTight()) return refuse({ code: 'STORAGE_FULL' })
    const asked = await turn<SlipAsked>(principal.office, (day, at) => {
      const drafted = request.kind === 'test'
        ? draftTest(day, request.printer ?? printerFor(principal, printer), language, at, printer)
        : draftChecklist(day, request, language, at, printerFor(principal, printer))
      if (!drafted.ok) return drafted
      const { slip, on } = drafted.value
      const job = { id: chance.id('pj'), printer: on, number: '', serviceDate: currentDate(day, at), at, by: actorOf(principal), slip }
      return ok({ facts: [], alongside: [{ kind: 'print-job', job }], answer: () => ({ print: { job: job.id, state: 'queued' as const } }) })
    }, once)
    if (asked.ok && !asked.value.replayed) printer.wake()
    return asked
  }
}

function draftChecklist (day: Day, { procedure: id }: ChecklistRequest, language: string, at: Instant, on: string): Result<Drafted, Refusal> {
  const procedure = day.office.procedures.get(id)
  if (!procedure) return refuse({ code: 'UNKNOWN_PROCEDURE', procedure: id })
  if (procedure.papers.length === 0) return refuse({ code: 'NO_PAPERS', procedure: id })
  return ok({ slip: checklistSlip(day, procedure, language, at), on })
}

function draftTest (day: Day, name: string, language: string, at: Instant, printer: SlipPrinter): Result<Drafted, Refusal> {
  const meant = printer.printers().find(known => known.name === name)
  return meant ? ok({ slip: testSlip(day, meant, language, at), on: name }) : refuse({ code: 'UNKNOWN_PRINTER', printer: name })
}
