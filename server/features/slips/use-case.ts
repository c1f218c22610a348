import { may, type Deed } from '../../../common/contract/permissions.ts'
import type { ChecklistRequest, PaperNumbersSlipRequest, SlipAsked, SlipRequest } from '../../../common/contract/printer.ts'
import type { Day } from '../../domain/day.ts'
import { paperNumbers } from '../../domain/paper-numbers.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { currentDate } from '../../domain/ticketing.ts'
import type { Instant } from '../../domain/time.ts'
import type { Chance } from '../../ports/clock.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { SlipFacts, SlipPrinter } from '../../ports/slip-printer.ts'
import type { Once, Store, Turned } from '../../ports/store.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { checklistSlip, paperNumberSlip, printerFor, refuseLanguage, testSlip } from '../slip.ts'

export interface SlipsNeeds {
  readonly store: Pick<Store, 'isTight'>
  readonly turn: OfficeTurn
  readonly chance: Chance
  readonly printer: SlipPrinter
}

export type AskSlip = (request: SlipRequest, principal: Principal, once?: Once) => Promise<Result<Turned<SlipAsked>, Refusal>>

/** A slip and the printer it is for. */
interface Drafted { readonly slip: SlipFacts, readonly on: string, readonly number?: string }

const deedFor = { 'checklist': 'print-checklist', 'paper-number': 'print-paper-numbers', 'test': 'print-test-page' } as const satisfies Record<SlipRequest['kind'], Deed>
/** A printer is not kept busy longer than a few minutes at a time. */
const mostPaperNumbers = 50

/** Slips that are no ticket's: the papers of a procedure, numbers for an outage, a printer's test page. */
export function askSlipUseCase ({ store, turn, chance, printer }: SlipsNeeds): AskSlip {
  return async (request, principal, once) => {
    if (!may(principal, deedFor[request.kind])) return refuse({ code: 'NOT_ALLOWED' })
    const language = request.language ?? 'vi'
    const unspoken = refuseLanguage(language, printer)
    if (unspoken) return unspoken
    if (await store.isTight()) return refuse({ code: 'STORAGE_FULL' })
    const asked = await turn<SlipAsked>(principal.office, (day, at) => {
      const drafted = draft(day, request, language, at, printerFor(principal, printer), printer)
      if (!drafted.ok) return drafted
      const jobs = drafted.value.map(({ slip, on, number = '' }) => ({ id: chance.id('pj'), printer: on, number, serviceDate: currentDate(day, at), at, by: actorOf(principal), slip }))
      const prints = jobs.map(({ id }) => ({ job: id, state: 'queued' as const }))
      const print = prints.at(-1)
      if (!print) throw new Error('nothing to print')
      return ok({ facts: [], alongside: jobs.map(job => ({ kind: 'print-job', job } as const)), answer: () => ({ print, ...prints.length > 1 && { prints } }) })
    }, once)
    if (asked.ok && !asked.value.replayed) printer.wake()
    return asked
  }
}

function draft (day: Day, request: SlipRequest, language: string, at: Instant, on: string, printer: SlipPrinter): Result<readonly Drafted[], Refusal> {
  switch (request.kind) {
    case 'checklist': return draftChecklist(day, request, language, at, on)
    case 'paper-number': return draftPaperNumbers(day, request, language, on)
    case 'test': return draftTest(day, request.printer ?? on, language, at, printer)
  }
}

function draftChecklist (day: Day, { procedure: id }: ChecklistRequest, language: string, at: Instant, on: string): Result<readonly Drafted[], Refusal> {
  const procedure = day.office.procedures.get(id)
  if (!procedure) return refuse({ code: 'UNKNOWN_PROCEDURE', procedure: id })
  if (procedure.papers.length === 0) return refuse({ code: 'NO_PAPERS', procedure: id })
  return ok([{ slip: checklistSlip(day, procedure, language, at), on }])
}

function draftPaperNumbers (day: Day, { field: id, from, to }: PaperNumbersSlipRequest, language: string, on: string): Result<readonly Drafted[], Refusal> {
  const asked = paperNumbers(day, id, from, to)
  if (!asked.ok) return asked
  const { field, numbers } = asked.value
  if (numbers.length > mostPaperNumbers) return refuse({ code: 'PAPER_TOO_MANY', most: mostPaperNumbers })
  return ok(numbers.map(number => ({ slip: paperNumberSlip(day, field, number, language), on, number })))
}

function draftTest (day: Day, name: string, language: string, at: Instant, printer: SlipPrinter): Result<readonly Drafted[], Refusal> {
  const meant = printer.printers().find(known => known.name === name)
  return meant ? ok([{ slip: testSlip(day, meant, language, at), on: name }]) : refuse({ code: 'UNKNOWN_PRINTER', printer: name })
}
