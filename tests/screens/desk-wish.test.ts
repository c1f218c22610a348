import { describe, expect, it } from 'vitest'
import { meantBy, type Pressed } from '../../counter/desk/keys.ts'
import { Burst } from '../../counter/desk/burst.ts'
import { scanned } from '../../counter/desk/scanned.ts'
import { tabsOf } from '../../counter/desk/tabs.ts'
import { deedsFor } from '../../counter/desk/ticket-words.ts'
import { addOne, choose, count, drop, expectationOf, noWish, prioritise, purposeOf, requestOf } from '../../counter/desk/wish.ts'
import { aTicket, chosen } from './support/desk.ts'
import { newcomer } from './support/floor.ts'

describe('a wish', () => {
  it('takes the latest choice for the one meant, until one more is asked for', () => {
    const wish = choose(choose(choose(noWish, chosen('HT')), chosen('HT', 0)), chosen('CT', 1))
    expect(requestOf(wish)).toMatchObject({ field: 'CT', procedure: chosen('CT', 1).procedure?.id })
    const two = choose(addOne(wish), chosen('DD'))
    expect(requestOf(two)).toMatchObject({ field: 'CT', more: [{ field: 'DD' }] })
    expect(two.adding).toBe(false)
    expect(requestOf(choose(two, chosen('DD', 0)))?.more).toEqual([{ field: 'DD', procedure: chosen('DD', 0).procedure?.id }])
  })

  it('does not put the same thing on one number twice, and carries five at most', () => {
    const twice = choose(addOne(choose(noWish, chosen('HT', 0))), chosen('HT', 0))
    expect(twice.services).toHaveLength(1)
    const full = ['HT', 'CT', 'DD', 'BT', 'KD'].reduce((wish, field) => choose(addOne(wish), chosen(field)), noWish)
    expect(full.services).toHaveLength(5)
    expect(addOne(full).adding).toBe(false)
  })

  it('makes the next service the first when the first is dropped', () => {
    const wish = drop(choose(addOne(choose(noWish, chosen('HT', 0))), chosen('CT')), 0)
    expect(requestOf(wish)).toEqual({ field: 'CT', purpose: 'submit', language: 'vi' })
    expect(requestOf(drop(wish, 0))).toBeUndefined()
  })

  it('says purpose, dossiers, priority and paper as the office wants them', () => {
    const wish = { ...prioritise(count(choose(noWish, chosen('TQ')), 30), { class: 'elderly' }), slip: 'none' as const }
    expect(requestOf(wish)).toEqual({ field: 'TQ', purpose: 'collect', dossiers: 30, priority: true, priorityClass: 'elderly', slip: false })
    expect(requestOf({ ...prioritise(prioritise(wish, { class: 'elderly' }), {}), slip: 'en' })).toMatchObject({ priority: true, language: 'en' })
    expect(requestOf(prioritise(wish, { class: 'elderly' }))).not.toHaveProperty('priority')
  })

  it('forgets a purpose that was chosen for another first service', () => {
    const wish = { ...choose(noWish, chosen('HT')), purpose: 'collect' as const }
    expect(purposeOf(wish)).toBe('collect')
    expect(purposeOf(choose(wish, chosen('CT')))).toBe('submit')
  })

  it.each([[0, 1], [NaN, 1], [2.4, 2], [5000, 999]])('counts %s dossiers as %i', (typed, counted) => { expect(count(noWish, typed).dossiers).toBe(counted) })

  it('is told by its class what to expect', () => {
    const hardly = { forecast: null, hardlyToday: true }
    const forecasts = [newcomer('HT', 5, 9, { ordinary: hardly })]
    const wish = choose(noWish, chosen('HT'))
    expect([expectationOf(wish, forecasts)?.hardlyToday, expectationOf(prioritise(wish, {}), forecasts)?.hardlyToday, expectationOf(noWish, forecasts)]).toEqual([true, false, undefined])
  })
})

describe('keys', () => {
  const pressed = (code: string, change: Partial<Pressed> = {}): Pressed => ({ code, key: '', isComposing: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...change })
  it('choose fields, give numbers and clear, but nothing while somebody types', () => {
    expect([meantBy(pressed('Digit2'), 'page'), meantBy(pressed('Numpad9'), 'pressable'), meantBy(pressed('Enter'), 'page')]).toEqual([{ do: 'field', digit: 2 }, { do: 'field', digit: 9 }, { do: 'take' }])
    expect([meantBy(pressed('Digit2'), 'text'), meantBy(pressed('Enter'), 'text'), meantBy(pressed('Escape'), 'text')]).toEqual([undefined, undefined, { do: 'clear' }])
  })
  it('leave Enter to a button that has the focus, and give no second number while held down', () => {
    expect([meantBy(pressed('Enter'), 'pressable'), meantBy(pressed('Enter', { repeat: true }), 'page'), meantBy(pressed('Digit1', { ctrlKey: true }), 'page'), meantBy(pressed('Digit0'), 'page')]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('a scanner', () => {
  const type = (burst: Burst, text: string, ms: number, from = 0) => [...text, 'Enter'].map((key, place) => burst.hear(key, from + place * ms)).at(-1)
  it('is known by its speed; a hand is not', () => {
    expect(type(new Burst(), 'http://10.0.0.2/t/k7Qm2xV9bT4nR8sJ1wYdZa', 8)).toEqual({ is: 'scan', text: 'http://10.0.0.2/t/k7Qm2xV9bT4nR8sJ1wYdZa' })
    expect(type(new Burst(), '2014', 120)).toEqual({ is: 'hand' })
    expect(type(new Burst(), '2', 0)).toEqual({ is: 'hand' })
  })
  it('does not take what a hand typed before for its own', () => {
    const burst = new Burst()
    burst.hear('2', 0)
    expect(type(burst, 'K7M3XR', 8, 900)).toEqual({ is: 'scan', text: 'K7M3XR' })
  })
  it('reads slips and bookings, and nothing else', () => {
    const token = 'k7Qm2xV9bT4nR8sJ1wYdZa'
    expect(scanned(`http://192.168.1.10:8080/t/${token}`)).toEqual({ is: 'slip', token })
    expect(scanned(`https://moiso.example/o/xa/t/${token}?x`)).toEqual({ is: 'slip', token })
    expect([scanned(token), scanned(`http://10.0.0.2/book#${token}`), scanned(`http://10.0.0.2/book/#${token}`)]).toEqual([{ is: 'booking', asked: { token } }, { is: 'booking', asked: { token } }, { is: 'booking', asked: { token } }])
    expect(scanned('k7m-3xr')).toEqual({ is: 'booking', asked: { code: 'K7M3XR' } })
    expect([scanned('079085001234|Nguyễn Văn A'), scanned('http://10.0.0.2/t/short'), scanned('')]).toEqual([{ is: 'nothing' }, { is: 'nothing' }, { is: 'nothing' }])
  })
})

describe('what may be done', () => {
  const staff = (role: 'officer' | 'guide' | 'supervisor' | 'observer' | 'admin') => ({ kind: 'staff', role } as const)
  it('follows the table of permissions', () => {
    const tabs = (role: Parameters<typeof staff>[0]) => tabsOf(staff(role), { isBookable: true })
    expect(tabs('guide')).toEqual(['issue', 'booking', 'find', 'away', 'paper', 'hall'])
    expect(tabs('officer')).toEqual(['find', 'away', 'hall'])
    expect(tabs('supervisor')).toEqual(['find', 'away', 'paper', 'hall'])
    expect(tabs('observer')).toEqual([])
    expect(tabsOf(staff('guide'), { isBookable: false })).not.toContain('booking')
  })
  it('offers a missed number its return first, a served one nothing', () => {
    const nothing = { isBroken: false, hasPapers: false }
    expect(deedsFor(aTicket('2014', { state: 'missed' }), staff('guide'), nothing)).toEqual(['return', 'reprint', 'cancel'])
    expect(deedsFor(aTicket('2014', { state: 'missed' }), staff('supervisor'), nothing)).toEqual([])
    expect(deedsFor(aTicket('2014', { state: 'missed' }), staff('admin'), nothing)).toEqual(['cancel'])
    expect(deedsFor(aTicket('2014', { state: 'serving' }), staff('guide'), nothing)).toEqual(['reprint'])
    expect(deedsFor(aTicket('2014', { state: 'done' }), staff('guide'), nothing)).toEqual([])
    expect(deedsFor(aTicket('2014'), staff('guide'), { isBroken: true, hasPapers: true })).toEqual(['reprint', 'apologise', 'checklist', 'cancel'])
  })
})
