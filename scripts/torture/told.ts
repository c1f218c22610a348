import type { Program } from '../../tests/support/server.ts'

/** What clients were told before the server died, and whatever of it contradicts itself. */
export interface Told {
  readonly issued: Map<string, { readonly id: string, readonly token: string }>
  /** Ticket → counter that was told to have it. */
  readonly called: Map<string, number>
  /** Ticket → how it ended. */
  readonly ended: Map<string, 'done' | 'missed'>
  readonly rated: Set<string>
  ratingsTried: number
  readonly failures: string[]
}

export const nothingTold = (): Told => ({ issued: new Map(), called: new Map(), ended: new Map(), rated: new Set(), ratingsTried: 0, failures: [] })

export async function issue (key: Program, field: string, slip: boolean, told: Told): Promise<void> {
  const { status, body } = await key.post('/tickets', { field, slip })
  if (status !== 201) throw new Error(`no number: ${JSON.stringify(body)}`)
  const { id, number } = body.ticket
  if (told.issued.has(number)) told.failures.push(`${number} was given out twice`)
  told.issued.set(number, { id, token: body.token })
}

/** One visit at a counter: called, served or missed, rated. */
export async function serve (officer: Program, counter: number, told: Told, turn: number): Promise<void> {
  const next = await officer.post(`/counters/${counter}/next`)
  if (next.status === 200) noteCall(next.body.ticket.id, counter, told)
  const deed = turn % 5 === 0 ? 'miss' : 'finish'
  const { status, body } = await officer.post(`/counters/${counter}/${deed}`)
  if (status !== 200) return
  noteCall(body.ticket.id, counter, told)
  if (told.ended.has(body.ticket.id)) told.failures.push(`${body.ticket.number} ended twice`)
  told.ended.set(body.ticket.id, deed === 'miss' ? 'missed' : 'done')
  const token = told.issued.get(body.ticket.number)?.token
  if (deed === 'finish' && token !== undefined) await rate(officer.url, token, told)
}

function noteCall (ticket: string, counter: number, told: Told): void {
  const before = told.called.get(ticket)
  if (before !== undefined && before !== counter) told.failures.push(`${ticket} was at counters ${before} and ${counter}`)
  told.called.set(ticket, counter)
}

/** The citizen's phone: asks for the question, answers it, answers again. */
async function rate (url: string, token: string, told: Told): Promise<void> {
  const ask = async (path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return { status: answer.status, body: await answer.json() as { code?: string, rating?: { token: string } } }
  }
  const question = (await ask(`/my/${token}`)).body.rating?.token
  if (question === undefined) return
  told.ratingsTried++
  const first = await ask('/ratings', { token: question, level: 5 })
  if (first.status !== 201) told.failures.push(`a rating was refused: ${first.body.code}`)
  told.rated.add(question)
  const second = await ask('/ratings', { token: question, level: 1 })
  if (second.body.code !== 'TOKEN_USED') told.failures.push(`a rating was taken twice: ${second.status}`)
}
