import { afterEach, describe, expect, it, vi } from 'vitest'
import { Api, newKey } from '../../common/ui/api.ts'
import { language, languageFromAddress } from '../../common/ui/language.ts'
import { dateText, timeText, untilText } from '../../common/ui/moment.ts'
import { lastPart, officeOf, withOffice } from '../../common/ui/place.ts'

const zone = 'Asia/Ho_Chi_Minh'

describe('wall time', () => {
  it('is the office\'s, not the machine\'s', () => {
    expect(timeText('2026-11-22T23:05:00Z', zone)).toBe('06:05')
    expect(dateText('2026-11-22T23:05:00Z', zone, 'vi')).toBe('Thứ Hai, 23/11/2026')
    expect(dateText('2026-11-22T16:00:00Z', zone, 'en')).toBe('Sunday, 22/11/2026')
  })

  it('shows midnight as 00:00', () => {
    expect(timeText('2026-11-22T17:00:00Z', zone)).toBe('00:00')
  })

  it('names the day only of another day', () => {
    const now = new Date('2026-11-23T05:00:00Z')
    expect(untilText('2026-11-23T06:15:00Z', now, zone, 'vi')).toBe('13:15')
    expect(untilText('2026-11-24T00:00:00Z', now, zone, 'vi')).toBe('07:00, thứ Ba, 24/11/2026')
  })
})

describe('an address', () => {
  it('keeps the office of the page', () => {
    expect(withOffice('/api/v1/office', '/o/mau-son/board')).toBe('/o/mau-son/api/v1/office')
    expect(withOffice('/api/v1/office', '/board')).toBe('/api/v1/office')
    expect(officeOf('/o/mau-son/board')).toBe('mau-son')
    expect(officeOf('/other')).toBeUndefined()
  })

  it('ends in what it is about', () => {
    expect(lastPart('/o/x/rating/3/')).toBe('3')
  })

  it('may name a language', () => {
    expect(languageFromAddress('?lang=en')).toBe('en')
    expect(languageFromAddress('?lang=xx')).toBe('vi')
  })
})

describe('the office over HTTP', () => {
  const answerWith = (response: Promise<Response>) => {
    const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() => response)
    vi.stubGlobal('fetch', fetched)
    vi.stubGlobal('location', { pathname: '/o/x/kiosk' })
    return fetched
  }
  afterEach(() => { vi.unstubAllGlobals(); language.set('vi') })

  it('says who it acts as, in which language, for which intent', async () => {
    const fetched = answerWith(Promise.resolve(Response.json({ a: 1 }, { status: 201 })))
    language.set('en')
    expect(await new Api('kiosk').post('/tickets', { field: 'CT' }, { key: 'k1' })).toEqual({ ok: true, value: { a: 1 } })
    expect(fetched.mock.calls[0]?.[0]).toBe('/o/x/api/v1/tickets')
    expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ 'Moiso-As': 'kiosk', 'Accept-Language': 'en', 'Idempotency-Key': 'k1' })
  })

  it('hands on a problem as it is', async () => {
    answerWith(Promise.resolve(Response.json({ type: 'about:blank', title: 't', status: 409, detail: 'd', code: 'OFFICE_CLOSED' }, { status: 409 })))
    expect(await new Api().get('/office')).toMatchObject({ ok: false, error: { code: 'OFFICE_CLOSED' } })
  })

  it('makes a problem of silence and of nonsense', async () => {
    answerWith(Promise.reject(new TypeError('no route')))
    expect(await new Api().get('/office')).toMatchObject({ ok: false, error: { code: 'NO_CONNECTION', detail: expect.stringContaining('cán bộ hướng dẫn') as string } })
    answerWith(Promise.resolve(new Response('<html>', { status: 502 })))
    expect(await new Api().get('/office')).toMatchObject({ ok: false, error: { code: 'UNREADABLE_ANSWER', status: 502 } })
  })

  it('makes keys the contract accepts', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(newKey()).not.toBe(newKey())
  })
})
