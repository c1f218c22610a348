import { expect, it } from 'vitest'
import { hold } from '../../server/domain/sending.ts'
import { printReturnSlip, type ReturnSlipNeeds } from '../../server/features/serve/return-slip.ts'
import { aCounter, aDay, aTicket, at, value } from '../support/builders.ts'

const needs = { chance: { id: () => 'pj_1' }, address: { onPaper: () => ({}) }, printer: { desk: 'desk', languages: ['vi', 'en'] } } as unknown as ReturnSlipNeeds

it('is printed in the citizen\'s language, or in Vietnamese where the printer has lost its words', () => {
  const ticket = aTicket('1001', { state: 'serving', counter: 1 })
  const day = aDay({ tickets: [ticket], counters: [aCounter(1, { ticket: ticket.id })] })
  const facts = value(hold(day, at(1), { reason: 'Thiếu CCCD' }))
  const languageOf = (language: string) => printReturnSlip(day, facts, at(1), { ticket: ticket.id, token: 't', language }, needs).map(row => row.kind === 'print-job' && row.job.slip)
  expect(languageOf('en')).toMatchObject([{ language: 'en', reason: 'Thiếu CCCD' }])
  expect(languageOf('tay')).toMatchObject([{ language: 'vi' }])
})
