import { waitingTickets, type Day } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import { experienceOf, withToday, type Experience } from '../../../server/domain/forecast/experience.ts'
import { outlookOf } from '../../../server/domain/forecast/outlook.ts'
import { isProspect, type Expectation, type Outlook } from '../../../server/domain/forecast/range.ts'
import { sceneOf } from '../../../server/domain/forecast/scene.ts'
import { settled } from '../../../server/domain/forecast/settle.ts'
import type { Office } from '../../../server/domain/office.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { Doings } from './agenda.ts'
import { Books, type How } from './books.ts'
import type { Hall } from './hall.ts'
import { measuredOf, type Measured } from './measured.ts'
import { Memory } from './memory.ts'
import { slipMs } from './score.ts'
import type { Onlooker } from './simulate.ts'
import { minuteMs, type WorkDay } from './work-day.ts'

const everyMs = 5 * minuteMs
/** Where two facts are further apart than this, somebody asks again just before the second. */
const quietMs = 20_000
const toleranceMs = 1
/** Of those asked about when they take a number, one in so many: what the kiosk said just before is compared, too. */
const newcomerEach = 3
const quietEach = 3
/** The engine itself makes more (outlook.ts); fewer are a little less sharp. */
const runs = 40

/** Asks the engine when numbers are taken and every five minutes, with nothing but what the office knows by then. */
export class Asker implements Onlooker {
  readonly waiting = new Books()
  readonly newcomers = new Books()
  /** Ranges told twice without a fact between, and those of them that slipped further than the clock. */
  readonly quiet = { ranges: 0, slipped: 0 }
  readonly reckonings: number[] = []
  private readonly office: Office
  private readonly issueEach: number
  private taken = 0
  private ticks = 0
  private readonly memory = new Memory()
  private experience: Experience
  private measured: Measured
  private sessions: WorkDay['sessions'] = []
  private latest: Outlook | undefined

  /** @param issueEach one number in so many is asked about when it is taken */
  constructor (office: Office, issueEach = 1) {
    this.office = office
    this.issueEach = issueEach
    this.experience = experienceOf(office, [], [])
    this.measured = measuredOf(office, [], { ahead: 0, minutes: 0 })
  }

  readonly witness = (before: Day, fact: Fact, after: Day): void => {
    this.memory.note(before, fact, after)
    this.waiting.note(fact)
    this.newcomers.note(fact)
    if (fact.type === 'ticket:issued') this.issued(before, fact.ticket.id, after, fact.at)
  }

  readonly doings = (hall: Hall, day: WorkDay): Doings => {
    this.learn(day)
    return this.everyFiveMinutes(hall, day)
  }

  /** The day is over. */
  end (): void {
    for (const books of [this.waiting, this.newcomers]) books.close()
  }

  /** Before the doors open: what was measured up to yesterday. */
  private learn ({ date, sessions }: WorkDay): void {
    this.end()
    const { legs, forecasts } = this.memory.before(date)
    this.experience = experienceOf(this.office, legs, forecasts)
    this.measured = measuredOf(this.office, legs, this.waiting.waits())
    this.sessions = sessions
    this.latest = undefined
  }

  private * everyFiveMinutes (hall: Hall, { sessions }: WorkDay): Doings {
    const [first, last] = [sessions[0], sessions.at(-1)]
    for (let at = (first?.from ?? 0) - 6 * everyMs; at <= (last?.to ?? 0); at += everyMs) {
      yield { until: at }
      const people = waitingTickets(hall.day)
      if (people.length === 0) continue
      this.waiting.write(hall.day, this.ask(hall.day, hall.now), people, this.how(false))
      const next = Math.min(hall.agenda.next() ?? at, at + everyMs)
      if (next - hall.now < quietMs || this.ticks++ % quietEach > 0) continue
      yield { until: next - 1 }
      this.ask(hall.day, hall.now)
    }
  }

  private issued (before: Day, id: string, after: Day, at: Instant): void {
    const ticket = after.tickets.get(id)
    if (!ticket) return
    const place = this.taken++
    if (place % this.issueEach > 0) return
    const newcomer = place / this.issueEach % newcomerEach === 0 ? this.reckon(before, at).newcomers.get(ticket.field)?.[ticket.priority ? 'priority' : 'ordinary'] : undefined
    const outlook = this.ask(after, at)
    const how = this.how(true)
    this.waiting.write(after, outlook, [ticket], how)
    if (isProspect(newcomer)) this.newcomers.write(after, { ...outlook, tickets: new Map([[id, newcomer]]) }, [ticket], how)
    this.remember(outlook.tickets.get(id), { serviceDate: ticket.serviceDate, field: ticket.field, priority: ticket.priority, issuedAt: at }, id)
  }

  private remember (expected: Expectation | undefined, about: Pick<Parameters<Memory['tell']>[1], 'serviceDate' | 'field' | 'priority' | 'issuedAt'>, id: string): void {
    if (isProspect(expected)) this.memory.tell(id, { ...about, range: expected.range, promisedBy: about.issuedAt + this.office.promiseMinutes * minuteMs })
  }

  private how (atIssue: boolean): How {
    return { atIssue, measured: this.measured, sessions: this.sessions }
  }

  private ask (day: Day, at: Instant): Outlook {
    const before = this.latest
    const outlook = settled(before, this.reckon(day, at))
    if (before?.rev === outlook.rev) this.compare(before, outlook)
    this.latest = outlook
    return outlook
  }

  private reckon (day: Day, at: Instant): Outlook {
    const begun = performance.now()
    const outlook = outlookOf(sceneOf(day, at), withToday(this.experience, this.memory.on(day.serviceDate), at), { runs })
    this.reckonings.push(performance.now() - begun)
    return outlook
  }

  private compare (before: Outlook, after: Outlook): void {
    for (const [id, { range }] of after.tickets) {
      const was = before.tickets.get(id)
      if (!was?.range || !range) continue
      this.quiet.ranges++
      if (slipMs(was.range, range, after.at - before.at) > toleranceMs) this.quiet.slipped++
    }
  }
}
