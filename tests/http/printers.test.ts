import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
let guide: Asking
let officer: Asking
let admin: Asking
beforeAll(async () => {
  office = await openOffice({ desk: true })
  kiosk = await office.pair('kiosk')
  ;[guide, officer, admin] = await Promise.all(['huongdan', 'quay2', 'admin'].map(office.signIn)) as [Asking, Asking, Asking]
})
afterAll(() => office.close())
const jobOf = async (answer: { body: { print: { job: string } } }) => office.store.printJobs.find('main', answer.body.print.job)

describe('where slips come out', () => {
  it('a kiosk\'s at the kiosk, those that staff ask for at the desk', async () => {
    const taken = await kiosk.post('/tickets', { field: 'CT' })
    expect((await jobOf(taken))?.printer).toBe('kiosk')
    expect((await jobOf(await guide.post('/tickets', { field: 'CT' })))?.printer).toBe('desk')
    expect((await jobOf(await officer.post(`/tickets/${taken.body.ticket.id}/print`)))?.printer).toBe('desk')
    expect((await jobOf(await kiosk.post(`/tickets/${taken.body.ticket.id}/print`)))?.printer).toBe('kiosk')
  })

  it('saying whether a counter that serves the ticket stands open, as the kiosk does', async () => {
    const fresh = await openOffice()
    const [device, staff] = [await fresh.pair('kiosk'), await fresh.signIn('quay1')]
    const slipOf = async () => (await fresh.store.printJobs.find('main', (await device.post('/tickets', { field: 'CT' })).body.print.job))?.slip
    expect(await slipOf()).toMatchObject({ ahead: 0, served: false, reprint: false })
    await staff.post('/counters/1/open')
    expect(await slipOf()).toMatchObject({ ahead: 1, served: true })
    await fresh.close()
  })

  it('in the citizen\'s language, when the office has it', async () => {
    const spoken = await kiosk.post('/tickets', { field: 'HT', language: 'tay' })
    expect((await jobOf(spoken))?.slip).toMatchObject({ language: 'tay', field: 'Hộ tịch' })
    expect((await jobOf(await guide.post(`/tickets/${spoken.body.ticket.id}/print`)))?.slip).toMatchObject({ language: 'tay', reprint: true })
    expect((await kiosk.post('/tickets', { field: 'HT', language: 'xyz' })).body).toMatchObject({ status: 400, code: 'UNKNOWN_LANGUAGE', detail: expect.stringContaining('vi, en, tay') })
    expect((await kiosk.post('/tickets', { field: 'HT', language: '../tay' })).body.code).toBe('INVALID_REQUEST')
  })
})

describe('slips that are no ticket\'s', () => {
  const checklist = { kind: 'checklist', procedure: 'HT01' }

  it('list the papers of a procedure at the kiosk and take no number', async () => {
    const wakes = office.printer.wakes
    const asked = await kiosk.post('/slips', checklist)
    expect(asked).toMatchObject({ status: 201, body: { print: { state: 'queued' } } })
    expect(await jobOf(asked)).toMatchObject({
      printer: 'kiosk', number: '', serviceDate: '2026-11-23',
      slip: { kind: 'checklist', field: 'Hộ tịch', papers: expect.arrayContaining([expect.stringMatching(/./)]), counters: [2], trial: false, printedAt: '2026-11-23T09:00:00.000+07:00' }
    })
    expect(office.printer.wakes).toBe(wakes + 1)
  })

  it('are one deed when asked twice with one key', async () => {
    const key = { 'idempotency-key': 'danh-muc-1' }
    const [first, second] = [await guide.post('/slips', checklist, key), await guide.post('/slips', checklist, key)]
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect((await jobOf(first))?.printer).toBe('desk')
  })

  it('test a printer that the office has', async () => {
    expect((await jobOf(await admin.post('/slips', { kind: 'test', printer: 'kiosk' })))).toMatchObject({ printer: 'kiosk', slip: { kind: 'test', printer: 'kiosk', profile: 'Máy in giả' } })
    expect((await jobOf(await guide.post('/slips', { kind: 'test' })))?.printer).toBe('desk')
    const single = await openOffice()
    expect((await (await single.signIn('admin')).post('/slips', { kind: 'test', printer: 'desk' })).body).toMatchObject({ status: 400, code: 'UNKNOWN_PRINTER' })
    await single.close()
  })

  it.each<[string, () => Asking, object, number, string]>([
    ['a test page for an officer', () => officer, { kind: 'test' }, 403, 'NOT_ALLOWED'],
    ['a test page for a kiosk', () => kiosk, { kind: 'test' }, 403, 'NOT_ALLOWED'],
    ['a stranger', () => office.as({}), checklist, 401, 'SIGN_IN_REQUIRED'],
    ['a procedure that is not there', () => officer, { kind: 'checklist', procedure: 'ZZ9' }, 400, 'UNKNOWN_PROCEDURE'],
    ['a language that is not there', () => officer, { ...checklist, language: 'xyz' }, 400, 'UNKNOWN_LANGUAGE'],
    ['a printer of another name', () => guide, { kind: 'test', printer: 'roof' }, 400, 'INVALID_REQUEST'],
    ['a kind that is not there', () => guide, { kind: 'ticket' }, 400, 'INVALID_REQUEST']
  ])('are refused: %s', async (_what, who, body, status, code) => {
    expect((await who().post('/slips', body)).body).toMatchObject({ status, code })
  })

  it('are limited for a device, not for a program', async () => {
    const child = await office.pair('kiosk')
    const answers = []
    for (let touch = 0; touch < 12; touch++) answers.push((await child.post('/slips', checklist)).status)
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429])
    const key = (await admin.post('/keys', { name: 'Cổng', role: 'officer' })).body.key as string
    const program = office.as({ authorization: `Bearer ${key}` })
    for (let touch = 0; touch < 12; touch++) expect((await program.post('/slips', checklist)).status).toBe(201)
  })
})

describe('a print job', () => {
  it('says how far it is known to be on paper', async () => {
    const { body } = await kiosk.post('/tickets', { field: 'DD' })
    const { job } = body.print
    await office.store.printJobs.mark('main', { id: job, printer: 'kiosk' }, 'queued', { state: 'printing', tries: 1 })
    await office.store.printJobs.mark('main', { id: job, printer: 'kiosk' }, 'printing', { state: 'unconfirmed', tries: 1, confirmedBy: 'fence' })
    expect((await kiosk.get(`/print-jobs/${job}`)).body).toEqual({ job, state: 'unconfirmed', printer: 'kiosk', tries: 1, confirmedBy: 'fence' })
  })

  it('is shown, dot for dot, to whoever may see it; its code leads nowhere but for the kiosk that gave it', async () => {
    const { body } = await kiosk.post('/tickets', { field: 'DD' })
    const path = `/print-jobs/${body.print.job}/slip.png`
    expect(await officer.get(path)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png', 'cache-control': 'no-store' } })
    expect(office.printer.shown.at(-1)).toMatchObject({ printer: 'kiosk', slip: { kind: 'ticket', number: body.ticket.number, url: `http://hall.test/t/${'0'.repeat(body.token.length)}` } })
    expect((await kiosk.get(path)).status).toBe(200)
    expect(office.printer.shown.at(-1)).toMatchObject({ slip: { url: body.url } })
    expect((await (await office.pair('kiosk')).get(path)).status).toBe(403)
    expect((await office.as({}).get(path)).status).toBe(401)
    expect((await officer.get('/print-jobs/pj_none/slip.png')).status).toBe(404)
  })
})

describe('the slips of today', () => {
  it('are listed for staff, newest first, and by state', async () => {
    const fresh = await openOffice({ desk: true })
    const [device, staff] = [await fresh.pair('kiosk'), await fresh.signIn('quay1')]
    const { ticket, print } = (await device.post('/tickets', { field: 'CT' })).body
    fresh.clock.forward(60_000)
    const checklist = (await device.post('/slips', { kind: 'checklist', procedure: 'HT01' })).body.print
    await fresh.store.printJobs.mark('main', { id: print.job, printer: 'kiosk' }, 'queued', { state: 'unknown', tries: 1, error: 'lost: paper-out' })
    const lost = { job: print.job, number: ticket.number, ticket: ticket.id, kind: 'ticket', state: 'unknown', printer: 'kiosk', tries: 1, error: 'lost: paper-out', at: '2026-11-23T09:00:00.000+07:00' }
    expect((await staff.get('/print-jobs')).body).toEqual({ items: [{ job: checklist.job, number: '', kind: 'checklist', state: 'queued', printer: 'kiosk', tries: 0, at: '2026-11-23T09:01:00.000+07:00' }, lost] })
    expect((await staff.get('/print-jobs?state=unknown')).body).toEqual({ items: [lost] })
    expect((await staff.get('/print-jobs?state=printed')).body).toEqual({ items: [] })
    expect((await staff.get('/print-jobs?state=torn')).body.code).toBe('INVALID_REQUEST')
    expect((await staff.get('/print-jobs?state=doubtful')).body).toEqual({ items: [lost] })
    await staff.post(`/tickets/${ticket.id}/print`)
    expect((await staff.get('/print-jobs?state=doubtful')).body).toEqual({ items: [] })
    fresh.clock.forward(86_400_000)
    expect((await (await fresh.signIn('huongdan')).get('/print-jobs')).body).toEqual({ items: [] })
    await fresh.close()
  })

  it('are at most a hundred', async () => {
    const fresh = await openOffice()
    const staff = await fresh.signIn('huongdan')
    for (let slip = 0; slip < 101; slip++) expect((await staff.post('/slips', { kind: 'checklist', procedure: 'HT01' })).status).toBe(201)
    expect((await staff.get('/print-jobs')).body.items).toHaveLength(100)
    await fresh.close()
  })

  it('are no matter of a kiosk, an observer or a stranger', async () => {
    expect([(await kiosk.get('/print-jobs')).status, (await (await office.signIn('mttq')).get('/print-jobs')).status, (await office.as({}).get('/print-jobs')).status]).toEqual([403, 403, 401])
  })
})

describe('the printers', () => {
  it('are listed for staff, each with what is wrong and what waits for it', async () => {
    const fresh = await openOffice({ desk: true })
    const [device, staff] = [await fresh.pair('kiosk'), await fresh.signIn('quay1')]
    await device.post('/tickets', { field: 'CT' })
    fresh.printer.turn('fault', { detail: 'Auto-cutter error', reliefBy: 'desk' })
    expect((await staff.get('/printers')).body).toEqual({ items: [
      { name: 'kiosk', state: 'fault', label: 'Máy in giả', waiting: 1, detail: 'Auto-cutter error', reliefBy: 'desk' },
      { name: 'desk', state: 'ready', label: 'Máy in giả', waiting: 0 }
    ] })
    expect([(await device.get('/printers')).status, (await (await fresh.signIn('mttq')).get('/printers')).status, (await fresh.as({}).get('/printers')).status]).toEqual([403, 403, 401])
    expect((await fresh.as({}).get('/health')).body).toMatchObject({ ok: true, checks: { 'printer': 'fault', 'printer.desk': 'ready' } })
    await fresh.close()
  })
})

describe('figures for Prometheus', () => {
  const read = async (remoteAddress: string, headers: Record<string, string> = {}) => {
    const { statusCode, payload, headers: told } = await office.app.inject({ url: '/metrics', remoteAddress, headers })
    return { status: statusCode, type: String(told['content-type']), figures: new Map(payload.split('\n').filter(line => !line.startsWith('#')).map(line => line.split(/ (?=\S+$)/) as [string, string])) }
  }

  it('are there for the machine itself, for staff and for keys, and for nobody else', async () => {
    const key = (await admin.post('/keys', { name: 'Prometheus', role: 'officer' })).body.key as string
    const statuses = [await read('127.0.0.1'), await read('::1'), await read('10.0.0.9', { authorization: `Bearer ${key}` }), await read('10.0.0.9', officer.headers), await read('10.0.0.9'), await read('127.0.0.1', { 'x-forwarded-for': '10.0.0.9' }), await read('10.0.0.9', kiosk.headers)]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 401, 401, 403])
  })

  it('tell of printers, slips, numbers, screens and the process', async () => {
    office.printer.turn('paper-out')
    const issued = (await office.store.day('main')).sequences.get('XD') ?? 0
    await kiosk.post('/tickets', { field: 'XD' })
    const { type, figures } = await read('127.0.0.1')
    expect(type).toMatch(/^text\/plain/)
    expect(figures.get('moiso_printer_state{printer="kiosk",state="paper-out"}')).toBe('1')
    expect(figures.get('moiso_printer_state{printer="kiosk",state="ready"}')).toBe('0')
    expect(figures.get('moiso_print_jobs{printer="kiosk",state="printed"}')).toBe('3')
    expect(Number(figures.get('moiso_print_jobs_waiting{printer="kiosk"}'))).toBeGreaterThan(0)
    expect(figures.get('moiso_tickets_issued{office="main",field="XD"}')).toBe(String(issued + 1))
    expect(figures.get('moiso_tickets_waiting{office="main",field="XD"}')).toBe(String(issued + 1))
    expect(figures.get('moiso_sockets{view="board"}')).toBe('0')
    expect([...figures.keys()]).toEqual(expect.arrayContaining(['nodejs_eventloop_lag_seconds', 'process_resident_memory_bytes']))
  })
})
