import { expect, it } from 'vitest'
import { stateOf } from '../../printer/condition.ts'
import { confirmedProcess, createReplyReader, type Reply } from '../../printer/replies.ts'
import { conditionFrom, noSigns, questions, signsAfterAnswer, signsAfterPush } from '../../printer/signs.ts'

function read (...pieces: Uint8Array[]): Reply[] {
  const replies: Reply[] = []
  const take = createReplyReader(reply => replies.push(reply))
  pieces.forEach(take)
  return replies
}

const types = (...bytes: number[]) => read(Uint8Array.from(bytes)).map(({ type }) => type)
const named = (...bytes: number[]) => read(Uint8Array.from(bytes)).map(confirmedProcess).filter(Boolean)
const id = [0x37, 0x22, 0x30, 0x30, 0x30, 0x37, 0]

it('cuts replies the same however the network cuts them', () => {
  const bytes = Uint8Array.of(0x12, 0x10, 0, 0, 0x0f, ...id, 0x00, 0x11, 0x5f, 0x41, 0, 0x10, 0x12, 0, 0, 0, 0x16)
  const whole = read(bytes)
  expect(whole.map(({ type }) => type)).toEqual(['status', 'auto', 'block', 'queued', 'other', 'block', 'status', 'auto', 'status'])
  for (let cut = 0; cut < bytes.length; cut++) expect(read(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole)
})

it('hears a status and flow control in the middle of other replies', () => {
  expect(types(0x10, 0x12, 0, 0x13, 0, 0)).toEqual(['status', 'other', 'auto'])
  expect(named(0x37, 0x22, 0x30, 0x12, 0x30, 0x11, 0x30, 0x37, 0)).toEqual(['0007'])
})

it('finds the name of a job behind noise, and none in it', () => {
  expect(named(0xff, 0x5f, ...id)).toEqual(['0007'])
  expect(named(0x10, 0x00, ...id)).toEqual(['0007'])
  expect(named(...Array.from({ length: 400 }, () => 0x37), 0x10, ...id)).toEqual(['0007'])
  expect(named(0x37, 0x22, 0x30, 0x30, 0x37, 0)).toEqual([])
  expect(named(0x37, 0x31, 0x30, 0x30, 0x30, 0x37, 0)).toEqual([])
})

it('never hangs on noise: whatever came before, a status is heard', () => {
  for (let byte = 0; byte < 256; byte++) expect(types(byte, 0x12), `after ${byte}`).toContain('status')
})

it.each([
  ['ready', 0x12, 0x12, 0x12, 0x12], ['paper-low', 0x12, 0x12, 0x12, 0x1e], ['paper-out', 0x1a, 0x32, 0x12, 0x7e], ['cover-open', 0x1a, 0x16, 0x12, 0x12],
  ['fault', 0x1a, 0x52, 0x1a, 0x12], ['fault', 0x32, 0x12, 0x12, 0x12], ['fault', 0x1a, 0x52, 0x32, 0x12], ['paper-out', 0x12, 0x12, 0x12, 0x72]
])('four answers come to: %s', (state, ...answers) => {
  const signs = questions.reduce((so, question) => signsAfterAnswer(so, question, answers[question - 1]!), noSigns)
  expect(stateOf(conditionFrom(signs))).toBe(state)
})

it('an offline printer that gives its reason is not offline for another one besides', () => {
  expect(conditionFrom(signsAfterPush(Uint8Array.of(0x18, 0, 0x0c, 0)))).toEqual({ reachable: true, paper: 'out', cover: 'closed', offline: false })
  expect(conditionFrom(signsAfterPush(Uint8Array.of(0x18, 0x20, 0, 0)))).toMatchObject({ fault: 'unrecoverable', offline: false })
  expect(conditionFrom(signsAfterPush(Uint8Array.of(0x18, 0x01, 0, 0)))).toMatchObject({ offline: true })
})
