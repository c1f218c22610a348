import { waitingTickets } from '../../../server/domain/day.ts'
import { closeCounter, openCounter, pause, resume } from '../../../server/domain/lease.ts'
import { callChosen, callNext } from '../../../server/domain/serving.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { Doings } from './agenda.ts'
import { attend } from './attending.ts'
import type { Hall } from './hall.ts'
import { tools, type Seat } from './seat.ts'
import type { Stint } from './temper.ts'
import { minuteMs } from './work-day.ts'

const reactionMs = 5_000
const outOfTurnShare = 0.01

/** An officer's day: opens, calls whoever the office says is next, has lunch, and closes. */
export function * workCounter (seat: Seat): Doings {
  const { stints } = seat.officer
  const officer = { id: `p_${seat.counter}`, version: 1, name: `Cán bộ ${seat.counter}`, title: '' }
  for (const [place, stint] of stints.entries()) {
    yield { until: stint.from }
    seat.act((day, act) => place === 0 ? openCounter(day, act, officer) : resume(day, act))
    yield * workStint(seat, stint)
    seat.act((day, act) => place < stints.length - 1 ? pause(day, act, 'Nghỉ trưa') : closeCounter(day, act))
  }
}

function * workStint (seat: Seat, { to, absences }: Stint): Doings {
  const { hall, officer } = seat
  const ahead = [...absences]
  while (hall.now < to) {
    const [absence] = ahead
    const ticket = absence && absence.from <= hall.now ? undefined : callSomebody(seat)
    if (ticket !== undefined) {
      yield * attend(seat, ticket, to)
      yield { until: hall.now + officer.tidyMinutes * minuteMs }
    } else if (absence && absence.from <= hall.now) {
      ahead.shift()
      yield * leave(seat, Math.min(to, hall.now + absence.minutes * minuteMs))
    } else {
      yield { until: Math.min(to, absence?.from ?? to), orNews: true }
      yield { until: hall.now + reactionMs }
    }
  }
}

function * leave (seat: Seat, until: Instant): Doings {
  seat.act((day, act) => pause(day, act, 'Việc riêng'))
  yield { until }
  seat.act((day, act) => resume(day, act))
}

/** The ticket that was called; undefined where nobody waits. */
function callSomebody ({ act, hall, counter }: Seat): string | undefined {
  const { dice } = hall.temper
  const mine = dice.happens(outOfTurnShare) ? choosable(hall, counter) : []
  const chosen = dice.oneOf(mine.map(id => [id, 1] as const))
  const facts = act((day, at) => chosen === undefined ? callNext(day, at, tools) : callChosen(day, at, { ticket: chosen, reason: 'người già yếu' }, tools))
  const [fact] = facts ?? []
  return fact?.type === 'ticket:called' ? fact.ticket.id : undefined
}

function choosable ({ day }: Hall, counter: number): string[] {
  const main = day.office.duties.get(counter)?.main ?? []
  return waitingTickets(day).filter(({ field, bound }) => bound === undefined && main.includes(field)).map(({ id }) => id)
}
