import { hold, transfer } from '../../../server/domain/sending.ts'
import { finish, miss, recall, start } from '../../../server/domain/serving.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { Doings } from './agenda.ts'
import type { Hall, Person } from './hall.ts'
import { tools, type Seat } from './seat.ts'
import { comesBack } from './visiting.ts'
import { minuteMs } from './work-day.ts'

const patienceMinutes = 1 // before a number is said again, and after
const forgetsStart = 0.05
const appearsLater = 1 / 3
const neverReturns = 1 / 12
const fetching = { mean: 25, cv: 0.7 }
const hurryMinutes = 30

/** From the call until the counter is free again. `to`: when the officer stops calling. */
export function * attend (seat: Seat, id: string, to: Instant): Doings {
  const { hall, act } = seat
  const { dice } = hall.temper
  const person = hall.people.get(id)
  if (!person) return
  const isAway = !person.wasHere && (person.visitor.noShow || hall.now >= person.leavesAt)
  const isSlow = person.visitor.recalled && !person.wasHere
  yield { until: hall.now + (isAway || isSlow ? patienceMinutes : 0.2 + 0.8 * dice.uniform()) * minuteMs }
  if (isAway || isSlow) {
    act((day, at) => recall(day, at, tools))
    yield { until: hall.now + (isAway ? patienceMinutes : 0.5) * minuteMs }
  }
  if (isAway) return missed(seat, id, person)
  if (!dice.happens(forgetsStart)) act((day, at) => start(day, at))
  yield * serve(seat, id, person, to)
}

function missed ({ hall, act }: Seat, id: string, person: Person): void {
  act((day, at) => miss(day, at))
  if (!hall.temper.dice.happens(appearsLater)) return
  person.wasHere = true
  hall.agenda.begin(comesBack(hall, id, 3 + 37 * hall.temper.dice.uniform()))
}

function * serve (seat: Seat, id: string, person: Person, to: Instant): Doings {
  const { hall, act } = seat
  const minutes = person.toDo.shift() ?? 3
  const fate = person.wasHere ? 'finish' : fateOf(hall)
  const share = fate === 'finish' ? 1 : 0.2 + 0.4 * hall.temper.dice.uniform()
  person.wasHere = true
  yield { until: hall.now + minutes * share * paceOf(seat, to) * minuteMs }
  if (fate === 'hold' && sendAway(seat, id)) person.toDo.unshift(minutes * (1 - share) + 2)
  else if (fate === 'transfer' && sendOn(seat)) person.toDo.unshift(minutes * 0.8, minutes * 0.4)
  else act((day, at) => finish(day, at))
}

function fateOf ({ temper: { dice }, shares }: Hall): 'finish' | 'hold' | 'transfer' {
  return dice.oneOf([['hold', shares.held], ['transfer', shares.transferred], ['finish', 1 - shares.held - shares.transferred]] as const) ?? 'finish'
}

/** How much longer it takes here and now than on an ordinary day. */
function paceOf ({ hall, officer }: Seat, to: Instant): number {
  const crowd = hall.crowd()
  const crowded = crowd >= 3 ? 0.93 : crowd === 0 ? 1.06 : 1
  const hurry = to - hall.now < hurryMinutes * minuteMs ? 0.93 : 1
  return officer.pace * hall.temper.paceAt(hall.now) * crowded * hurry
}

function sendAway ({ hall, act }: Seat, id: string): boolean {
  const { dice } = hall.temper
  const held = act((day, at) => hold(day, at, { reason: 'Thiếu bản chính' }))
  if (held && !dice.happens(neverReturns)) hall.agenda.begin(comesBack(hall, id, dice.lognormal(fetching.mean, fetching.cv)))
  return held !== undefined
}

/** To another field that this counter does not serve first; now and then with the way back. */
function sendOn ({ hall, act, counter }: Seat): boolean {
  const { office } = hall.day
  const main = office.duties.get(counter)?.main ?? []
  const others = [...office.duties.values()].flatMap(duty => duty.main).filter(field => !main.includes(field))
  const field = hall.temper.dice.oneOf(others.map(other => [other, 1] as const))
  const back = hall.temper.dice.happens(0.3)
  return field !== undefined && act((day, at) => transfer(day, at, { field, ...back && { back } })) !== undefined
}
