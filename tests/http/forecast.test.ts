import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { FieldForecast, ForecastReport } from '../../common/contract/forecast.ts'
import type { Forecast } from '../../common/contract/ticket.ts'
import { shownRange } from '../../common/ui/forecast.ts'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

const minute = 60_000
let office: TestOffice
let kiosk: Asking
let officer: Asking
let guide: Asking
beforeAll(async () => {
  office = await openOffice({ forecast: true })
  ;[kiosk, officer, guide] = [await office.pair('kiosk'), await office.signIn('quay2'), await office.signIn('huongdan')]
  await officer.post('/counters/2/open')
  await office.foretell()
})
beforeEach(async () => {
  for (const { id } of (await guide.get('/tickets')).body.items as Json[]) await guide.post(`/tickets/${id}/cancel`)
})
afterAll(() => office.close())

const take = async (more: object = {}) => (await kiosk.post('/tickets', { field: 'HT', ...more })).body
const anyone = () => office.as({})
const foretold = async (field: string) => ((await anyone().get('/forecast')).body.items as FieldForecast[]).find(item => item.field === field)
const mine = async (token: string) => (await anyone().get(`/my/${token}`)).body
const slipOf = async (job: string) => (await office.store.printJobs.find('main', job))?.slip as { forecast?: Partial<Forecast>, reprint: boolean }
const isOrdered = ({ earliest, likely, latest }: Forecast) => earliest <= likely && likely <= latest

describe('the range', () => {
  it('is told at the guide’s desk as on the phone, and only to staff', async () => {
    await take()
    const { ticket, token } = await take()
    const { ahead, forecast, counters, promise } = await mine(token)
    const turn = await guide.get(`/tickets/${ticket.id}/turn`)
    expect([turn.status, turn.body]).toEqual([200, { ahead, forecast, counters, promise }])
    expect(turn.body).toMatchObject({ ahead: 1, counters: [2], promise: { broken: false } })
    expect([(await kiosk.get(`/tickets/${ticket.id}/turn`)).status, (await anyone().get(`/tickets/${ticket.id}/turn`)).status, (await guide.get('/tickets/tk_none/turn')).status]).toEqual([403, 401, 404])
    await guide.post(`/tickets/${ticket.id}/cancel`)
    expect((await guide.get(`/tickets/${ticket.id}/turn`)).body).toMatchObject({ ahead: null, forecast: null })
  })

  it('is known before a number is taken, and the same in the answer, on the slip and on the phone', async () => {
    for (let people = 0; people < 4; people++) await take()
    const before = (await foretold('HT'))?.ordinary.forecast
    const taken = await take()
    expect(before && isOrdered(before)).toBe(true)
    expect(taken.forecast).toEqual(before)
    expect((await slipOf(taken.print.job)).forecast).toEqual({ earliest: before?.earliest, latest: before?.latest })
    expect(Date.parse((await mine(taken.token)).forecast.likely)).toBeGreaterThan(office.clock.now())
  })

  it('is later for whoever comes after others, and given by class', async () => {
    const empty = await foretold('HT')
    for (let people = 0; people < 6; people++) await take()
    const busy = await foretold('HT')
    expect(Date.parse(busy?.ordinary.forecast?.likely ?? '')).toBeGreaterThan(Date.parse(empty?.ordinary.forecast?.likely ?? '') + 10 * minute)
    expect(busy && busy.priority.forecast && busy.ordinary.forecast && busy.priority.forecast.likely <= busy.ordinary.forecast.likely).toBe(true)
  })

  it('is null where no counter is expected any more that day, and the slip says nothing of it', async () => {
    const office = await openOffice({ forecast: true })
    onTestFinished(() => office.close())
    const kiosk = await office.pair('kiosk')
    office.clock.set(Date.parse('2026-11-23T16:00:00+07:00'))
    await office.foretell()
    const { items } = (await office.as({}).get('/forecast')).body as { items: FieldForecast[] }
    expect(items.map(({ ordinary }) => ordinary.forecast)).toEqual(items.map(() => null))
    const taken = (await kiosk.post('/tickets', { field: 'HT' })).body
    expect(taken.forecast).toBeNull()
    expect((await office.store.printJobs.find('main', taken.print.job))?.slip).not.toHaveProperty('forecast')
    expect((await office.as({}).get(`/my/${taken.token}`)).body.forecast).toBeNull()
  })

  it('says on answer and slip when the office closes, where that may be before the call', async () => {
    const office = await openOffice({ forecast: true, seed: sample => ({ ...sample, rules: { ...sample.rules, cutOffPercent: 0 } }) })
    onTestFinished(() => office.close())
    const [kiosk, officer] = [await office.pair('kiosk'), await office.signIn('quay2')]
    office.clock.set(Date.parse('2026-11-23T15:00:00+07:00'))
    await officer.post('/counters/2/open')
    await office.foretell()
    const take = async () => (await kiosk.post('/tickets', { field: 'HT' })).body
    const slipOf = async (job: string) => (await office.store.printJobs.find('main', job))?.slip as { forecast?: Partial<Forecast> }
    const early = await take()
    expect(early.forecast).not.toHaveProperty('closes')
    let last = early
    for (let people = 0; people < 14 && last.forecast?.closes === undefined; people++) last = await take()
    expect(last.forecast).toMatchObject({ closes: '2026-11-23T17:00:00.000+07:00' })
    expect((await slipOf(last.print.job)).forecast).toEqual({ earliest: last.forecast.earliest, latest: last.forecast.latest, closes: last.forecast.closes })
  })

  it('moves up with each call, and is over with one\'s own', async () => {
    const [first, second, third] = [await take({ slip: false }), await take({ slip: false }), await take({ slip: false })]
    await office.foretell()
    await officer.post('/counters/2/next')
    expect((await mine(first.token)).forecast).toBeNull()
    const before = (await mine(third.token)).forecast
    await officer.post('/counters/2/finish')
    expect((await mine(second.token)).forecast.likely < before.likely).toBe(true)
    await officer.post('/counters/2/next')
    await officer.post('/counters/2/finish')
    expect((await mine(third.token)).forecast.likely < before.likely).toBe(true)
  })

  it('stands on a reprint as it is then, and no more once the number is called', async () => {
    for (let people = 0; people < 3; people++) await take({ slip: false })
    const { ticket, forecast, token } = await take()
    await officer.post('/counters/2/next')
    const again = (await guide.post(`/tickets/${ticket.id}/print`)).body.print
    const { earliest, latest } = (await mine(token)).forecast
    expect(await slipOf(again.job)).toMatchObject({ reprint: true, forecast: { earliest, latest } })
    expect([earliest, latest]).not.toEqual([forecast.earliest, forecast.latest])
    await officer.post('/counters/2/finish')
    await officer.post('/counters/2/call', { ticket: ticket.id, reason: 'xin gọi trước' })
    expect(await slipOf((await guide.post(`/tickets/${ticket.id}/print`)).body.print.job)).not.toHaveProperty('forecast')
    await officer.post('/counters/2/finish')
  })

  it('harms no number that is called in the second it is taken', async () => {
    const [taken, called] = await Promise.all([take(), officer.post('/counters/2/next')])
    const call = called.status === 200 ? called : await officer.post('/counters/2/next')
    expect([taken.ticket.state, call.body.ticket.id]).toEqual(['waiting', taken.ticket.id])
    expect(await mine(taken.token)).toMatchObject({ ticket: { state: 'called' }, ahead: null, forecast: null })
    await officer.post('/counters/2/finish')
  })

  it('is not a newcomer\'s for whoever goes to a counter of his own', async () => {
    const bulky = await openOffice({ forecast: true, seed: sample => ({ ...sample, rules: { ...sample.rules, bulk: { from: 10, counters: [2] } } }) })
    onTestFinished(() => bulky.close())
    const [kiosk, officer] = [await bulky.pair('kiosk'), await bulky.signIn('quay2')]
    await officer.post('/counters/2/open')
    await bulky.foretell()
    const taken = await kiosk.post('/tickets', { field: 'HT', dossiers: 12, slip: false })
    expect(taken).toMatchObject({ status: 201, body: { forecast: null } })
  })
})

describe('the promise', () => {
  it('is told to whoever waits: until when, and that it was broken, by the clock alone', async () => {
    const { token, ticket } = await take({ slip: false })
    const by = Date.parse(ticket.issuedAt) + 30 * minute
    expect((await mine(token)).promise).toEqual({ by: expect.stringContaining('+07:00'), broken: false })
    expect(Date.parse((await mine(token)).promise.by)).toBe(by)
    office.clock.forward(30 * minute + 1)
    expect((await mine(token)).promise.broken).toBe(true)
    await officer.post('/counters/2/next')
    expect(await mine(token)).not.toHaveProperty('promise')
    await officer.post('/counters/2/finish')
  })
})

describe('the report on forecasts', () => {
  it('tells how right the ranges given were, by field and hour, and how the promise was kept', async () => {
    const office = await openOffice({ forecast: true })
    onTestFinished(() => office.close())
    const [kiosk, officer, supervisor] = [await office.pair('kiosk'), await office.signIn('quay2'), await office.signIn('giamsat')]
    await officer.post('/counters/2/open')
    await office.foretell()
    const take = async () => (await kiosk.post('/tickets', { field: 'HT', slip: false })).body as { forecast: Forecast }
    const given = [await take(), await take(), await take()].map(({ forecast }) => forecast)
    const calledAt: number[] = []
    for (const after of [0, 20, 40]) {
      office.clock.forward(after * minute)
      await office.foretell()
      await officer.post('/counters/2/next')
      calledAt.push(office.clock.now())
      await officer.post('/counters/2/finish')
    }
    await take()
    const within = given.map(shownRange).filter(({ from, to }, place) => from.getTime() <= (calledAt[place] ?? 0) && (calledAt[place] ?? 0) <= to.getTime()).length
    const off = given.map(({ likely }, place) => ((calledAt[place] ?? 0) - Date.parse(likely)) / minute)
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const report = (await supervisor.get('/reports/forecast')).body as ForecastReport
    expect(report).toMatchObject({ to: '2026-11-23', made: 4, all: { called: 3 }, byField: [{ field: 'HT', called: 3 }], promise: { minutes: 30, kept: 2, broken: 1, apologies: 0 } })
    expect(report.all.covered).toBeCloseTo(within / 3, 3)
    expect(report.all.biasMinutes).toBeCloseTo(mean(off), 1)
    expect(report.all.meanErrorMinutes).toBeCloseTo(mean(off.map(Math.abs)), 1)
    expect((report.all.covered ?? 0) + (report.all.early ?? 0) + (report.all.late ?? 0)).toBeCloseTo(1, 3)
    // Three were taken in the hour from nine, one at ten; nobody knows yet how right that one is.
    expect(report.byHour).toMatchObject([{ hour: 9, called: 3 }, { hour: 10, called: 0, covered: null, meanErrorMinutes: null }])
  })

  it('covers the last 28 service days unless asked otherwise', async () => {
    const supervisor = await office.signIn('giamsat')
    const period = async (query: string) => {
      const { from, to, made } = (await supervisor.get(`/reports/forecast${query}`)).body
      return { from, to, made: made as number }
    }
    const usual = await period('')
    expect(usual.to).toBe('2026-11-23')
    expect(usual.from).toBe('2026-10-15')
    expect(usual.made).toBeGreaterThan(0)
    expect(await period('?from=2026-11-01&to=2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22', made: 0 })
    expect(await period('?from=2026-11-23')).toEqual({ ...usual, from: '2026-11-23' })
    for (const query of ['?from=2026-11-23&to=2026-11-22', '?from=2020-01-01', '?from=x', '?since=2026-11-23']) expect((await supervisor.get(`/reports/forecast${query}`)).body.code).toBe('INVALID_REQUEST')
  })

  it('is for supervisor, observer and administrator; what to expect now is for anyone', async () => {
    for (const path of ['/reports/forecast', '/reports/forecast.csv']) {
      for (const name of ['giamsat', 'mttq', 'admin']) expect((await (await office.signIn(name)).get(path)).status).toBe(200)
      for (const who of [officer, guide, await office.pair('board')]) expect((await who.get(path)).status).toBe(403)
      expect((await anyone().get(path)).status).toBe(401)
    }
    expect((await anyone().get('/forecast')).status).toBe(200)
  })

  it('is a table, in Vietnamese or English, with the promise below', async () => {
    const observer = await office.signIn('mttq')
    const { headers, body } = await observer.get('/reports/forecast.csv')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const rows = String(body as unknown).split('\r\n')
    expect(rows[0]).toBe('\uFEFFNhóm,Nội dung,Số lượt,Tỷ lệ gọi trong khoảng dự kiến,Tỷ lệ gọi sớm hơn,Tỷ lệ gọi muộn hơn,Sai lệch trung bình (phút),Gọi muộn hơn dự kiến trung bình (phút),Độ rộng khoảng trung bình (phút)')
    const { all, promise } = (await observer.get('/reports/forecast')).body as ForecastReport
    expect(rows[1]).toBe(['Tất cả', 'số có dự kiến đã được gọi', all.called, all.covered, all.early, all.late, all.meanErrorMinutes, all.biasMinutes, all.meanWidthMinutes].join(','))
    expect(rows).toContain(`Lời hứa,chờ quá 30 phút đã hứa,${promise.broken},,,,,,`)
    const english = String((await observer.get('/reports/forecast.csv', { 'accept-language': 'en' })).body as unknown)
    expect(english).toMatch(/^\uFEFFGroup,What,Count,Share called within the range,/)
    expect(english).toMatch(/\r\nField,Civil status,\d+,/)
  })
})

describe('an office without a forecast', () => {
  it('gives numbers out all the same, and says nothing of when they are called', async () => {
    const plain = await openOffice()
    onTestFinished(() => plain.close())
    const kiosk = await plain.pair('kiosk')
    const taken = await kiosk.post('/tickets', { field: 'HT' })
    expect(taken).toMatchObject({ status: 201, body: { forecast: null } })
    const { items } = (await plain.as({}).get('/forecast')).body as { items: FieldForecast[] }
    expect(items).toHaveLength(9)
    for (const { ordinary, priority } of items) expect([ordinary, priority]).toEqual(Array(2).fill({ forecast: null, hardlyToday: false }))
    expect((await (await plain.signIn('giamsat')).get('/reports/forecast')).body).toMatchObject({ made: 0, all: { called: 0, covered: null }, byField: [], byHour: [] })
  })
})

describe('the figures for Prometheus', () => {
  it('tell how old the outlook is, what reckoning costs, and how many the promise fails now', async () => {
    await take({ slip: false })
    await office.foretell()
    office.clock.forward(45_000)
    const figure = async (name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(String((await anyone().get('/metrics')).body as unknown))?.[1])
    expect(await figure('moiso_forecast_age_seconds{office="main"}')).toBe(45)
    expect(await figure('moiso_forecasts{outcome="reckoned"}')).toBeGreaterThan(0)
    expect(await figure('moiso_forecasts{outcome="failed"}')).toBe(0)
    expect(await figure('moiso_promise_broken{office="main"}')).toBe(0)
    office.clock.forward(30 * minute)
    expect(await figure('moiso_promise_broken{office="main"}')).toBe(1)
    // Too old to say anything of the present.
    expect(await figure('moiso_forecast_age_seconds{office="main"}')).toBeNaN()
  })
})
