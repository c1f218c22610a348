import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servedUntil } from '../../common/ui/session.ts'
import { isBookable } from '../../display/kiosk/model.ts'
import { start } from '../../display/kiosk/steps.ts'
import { openGallery, type Gallery } from './gallery/open.ts'
import { catalogue } from './support/catalogue.ts'

const at = (time: string) => `2026-11-23T${time}:00+07:00`
const hours = { open: false, opensAt: at('13:15'), moment: { kind: 'working', until: at('11:30') } } as const

describe('the last numbers of a session are given out', () => {
  const until = (change: object, time = '11:17') => servedUntil({ ...hours, ...change }, new Date(at(time)))

  it('and whoever holds one is served to its end, not longer', () => {
    expect([until({}), until({ opensAt: null }), until({}, '11:30')]).toEqual([at('11:30'), at('11:30'), undefined])
  })

  it('is not said while numbers are given, before the first of a session, at lunch or at night', () => {
    const others = [{ open: true }, { opensAt: at('11:20') }, { moment: { kind: 'break', until: at('13:30') } }, { moment: { kind: 'closed' } }]
    expect(others.map(change => until(change))).toEqual([undefined, undefined, undefined, undefined])
  })

  it('and a booked time is still turned into a number, where times can be booked and the office is heard', () => {
    const there = (bookable: boolean, status: 'live' | 'stale') => isBookable({ step: start, live: { status }, catalogue: { ...catalogue, office: { ...catalogue.office, ...hours, bookable } } })
    expect([there(true, 'live'), there(false, 'live'), there(true, 'stale')]).toEqual([true, false, false])
  })
})

describe('then', () => {
  let gallery: Gallery
  const show = (screen: string, state: string) => gallery.page.evaluate(([screen, state]) => window.gallery.show(screen, state, 'vi'), [screen, state] as const)
  const sees = (text: string) => gallery.page.getByText(text).first().isVisible()
  beforeAll(async () => { gallery = await openGallery() }, 120_000)
  afterAll(() => gallery?.close())

  it('the board says so above the calls, and takes neither these nor those who wait from sight', async () => {
    await show('board', 'stopped')
    expect(await sees('Đã ngừng cấp số buổi này. Số đã lấy vẫn được phục vụ đến 11:30.')).toBe(true)
    const parts = await Promise.all(['moi-call-card', 'moi-serving-list', 'moi-waiting-list'].map(name => gallery.page.locator(name).isVisible()))
    expect(parts).toEqual([true, true, true])
  })

  it('the board sends nobody home while nobody is being called', async () => {
    await show('board', 'stopped-idle')
    expect([await sees('Số đã lấy vẫn được phục vụ đến 11:30.'), await sees('Trung tâm đang nghỉ'), await gallery.page.locator('moi-waiting-list').isVisible()]).toEqual([true, false, true])
  })

  it('the kiosk says so, and when numbers are given out again', async () => {
    await show('kiosk', 'stopped')
    expect(await Promise.all(['Đã ngừng cấp số buổi này', 'Số đã lấy vẫn được phục vụ đến 11:30.', 'Cấp số lại lúc 13:15.'].map(sees))).toEqual([true, true, true])
  })

  it.each(['stopped', 'lunch', 'closed'])('the kiosk keeps the button for those who booked: %s', async state => {
    await show('kiosk', state)
    expect(await gallery.page.getByRole('button', { name: 'Tôi có lịch hẹn' }).isVisible()).toBe(true)
  })

  it('a booking that is not found offers no new number, which nobody could take', async () => {
    await show('kiosk', 'stopped-booking-unknown')
    expect([await sees('Mời Ông/Bà gặp cán bộ hướng dẫn.'), await gallery.page.getByRole('button', { name: 'Lấy số mới' }).count()]).toEqual([true, 0])
  })
})
