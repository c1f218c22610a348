import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed, Id, List } from '../../../common/contract/basics.ts'
import { Counter } from '../../../common/contract/counter.ts'
import { Field, Notice, Office, Procedure } from '../../../common/contract/office.ts'
import { isBookable } from '../../domain/booking.ts'
import type { Day } from '../../domain/day.ts'
import { countersFor, isServed } from '../../domain/desk.ts'
import { fieldOpening, officeOpening } from '../../domain/hours.ts'
import type { Field as OfficeField } from '../../domain/office.ts'
import { quotaLeft } from '../../domain/ticketing.ts'
import { isoAt, minutesOf, wallClock, type Instant } from '../../domain/time.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Address } from '../../ports/address.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Published, Store } from '../../ports/store.ts'
import { wireMoment } from '../../wire/moment.ts'
import { wireCounter } from '../../wire/shapes.ts'

/** The public catalogue: anyone may read what the office does and when. */
export const catalogueRoutes: FastifyPluginAsyncTypebox<{ store: Store, clock: Clock, address: Address }> = async (app, { store, clock, address }) => {
  const tags = ['catalogue']
  const onRequest = app.may('read-catalogue')
  app.addHook('preHandler', async (request, reply) => { if (!request.office) return reply.refuse({ code: 'NOT_FOUND' }) })
  const dayOf = (request: { office: { id: string } | undefined }) => store.day(request.office?.id ?? '')

  app.get('/office', { schema: { tags, summary: 'The office, and whether it gives out numbers now', response: { 200: Office, ...problemResponses } }, onRequest }, async request => {
    const day = await dayOf(request)
    return shownOffice(day, await store.published(day.office.id), clock.now(), address)
  })
  app.get('/fields', { schema: { tags, summary: 'Fields, with how many wait', response: { 200: List(Field), ...problemResponses } }, onRequest }, async request => {
    const day = await dayOf(request)
    return { items: shownFields(day, clock.now()) }
  })
  app.get('/procedures', { schema: { tags, summary: 'Procedures with papers and fees', querystring: Type.Object({ field: Type.Optional(Id) }, closed), response: { 200: List(Procedure), ...problemResponses } }, onRequest }, async request => {
    const { office } = await dayOf(request)
    const asked = [...office.procedures.values()].filter(({ field }) => request.query.field === undefined || field === request.query.field)
    return { items: asked.map(({ version: _, meanMinutes: __, papers, fee, resultTime, ...procedure }) => ({ ...procedure, papers: [...papers], fee: fee ?? null, resultTime: resultTime ?? null })) }
  })
  app.get('/counters', { schema: { tags, summary: 'Counters and what they serve', response: { 200: List(Counter), ...problemResponses } }, onRequest }, async request => {
    const day = await dayOf(request)
    return { items: [...day.counters.values()].map(counter => wireCounter(counter, day)) }
  })
  app.get('/notices', { schema: { tags, summary: 'What the office publishes', response: { 200: List(Notice), ...problemResponses } }, onRequest }, async request => {
    const { notices } = await store.published((await dayOf(request)).office.id)
    return { items: notices.map(notice => ({ ...notice, lines: [...notice.lines] })) }
  })
}

function shownOffice (day: Day, published: Published, now: Instant, address: Address): Office {
  const { office } = day
  const { url: bookUrl, wifi } = address.onPaper(office.id, '/book', !office.confirmed)
  const { open, opensAt, closesAt } = officeOpening(office, now)
  return {
    id: office.id, name: office.name, ...office.phone !== undefined && { phone: office.phone }, timeZone: office.timeZone,
    open, opensAt: timeOrNull(opensAt, office.timeZone), closesAt: timeOrNull(closesAt, office.timeZone),
    ...wireMoment(day, now), bookable: isBookable(office),
    onPhones: bookUrl !== undefined, ...isBookable(office) && bookUrl !== undefined && { bookUrl }, ...wifi !== undefined && { wifi },
    trial: !office.confirmed, promiseMinutes: office.promiseMinutes,
    priorityClasses: [...published.priorityClasses], lowRatingReasons: [...published.lowRatingReasons],
    outcomes: [...office.rules.outcomes ?? []]
  }
}

function shownFields (day: Day, now: Instant): Field[] {
  return [...day.office.fields.values()].map(field => {
    const { open, opensAt } = fieldOpening(day.office, field, now)
    const { id, digit, name, kioskLabel, purpose } = field
    const waiting = day.tickets.waitingIn(id)
    return {
      id, digit, name, kioskLabel, purpose, open, opensAt: timeOrNull(opensAt, day.office.timeZone),
      waiting: waiting.priority + waiting.ordinary, served: isServed(day, { field: id }), counters: countersFor(day, { field: id }),
      bookable: isBookable(day.office, id), ...toldBefore(day, field, now)
    }
  })
}

/** What a citizen is told or asked before taking a number of a field. */
function toldBefore (day: Day, field: OfficeField, now: Instant): Pick<Field, 'quotaLeft' | 'asksDossiers' | 'notice'> {
  const left = quotaLeft(day, field, now)
  const { notice } = field
  const isSaid = notice !== undefined && minutesOf(notice.from) <= wallClock(now, day.office.timeZone).minutes
  return { ...left !== undefined && { quotaLeft: left }, ...field.asksDossiers && { asksDossiers: true }, ...isSaid && { notice: notice.text } }
}

function timeOrNull (at: Instant | undefined, timeZone: string): string | null {
  return at === undefined ? null : isoAt(at, timeZone)
}
