import { expect, it } from 'vitest'
import { hostListenedOn, isLoopback } from '../../server/settings/lan.ts'
import { readSettings } from '../../server/settings/settings.ts'
import { printerLines, unreadLines } from '../../server/welcome.ts'

it.each([
  ['MOISO_PORT', '80.80', /^MOISO_PORT: cần một số nguyên[^]*a whole number from 0 to 65535 is needed, not "80.80"/],
  ['MOISO_SAMPLE_PIN', '12345', /^MOISO_SAMPLE_PIN: cần đúng 6 chữ số[^]*exactly six digits/],
  ['MOISO_PUBLIC_URL', 'xa.example', /^MOISO_PUBLIC_URL: cần một địa chỉ[^]*an address such as http[^]*"xa.example"/],
  ['MOISO_GUEST_WIFI', 'Trung tâm Phục vụ hành chính công', /^MOISO_GUEST_WIFI: [^]*32 byte[^]*at most 32 bytes, this one 41/]
])('says in both languages what is wrong with %s', (name, value, words) => {
  expect(() => readSettings({ [name]: value })).toThrow(words)
})

it('takes the longest name a network can have', () => {
  const name = 'ộ'.repeat(10) + 'ab'
  expect(readSettings({ MOISO_GUEST_WIFI: name }).MOISO_GUEST_WIFI).toBe(name)
})

it('tells of variables that look like settings and are none, and of no others', () => {
  expect(unreadLines({ MOISO_PRITNER: 'tcp://a', MOISO_PRINTER: 'virtual:', MOISO_CHROMIUM: '/usr/bin/chromium', PATH: '/bin', MOISO_QUICKLY: '1' })).toEqual([
    expect.stringContaining('MOISO_PRITNER is not read. Did you mean MOISO_PRINTER?'),
    expect.stringMatching(/MOISO_QUICKLY is not read\. What is: MOISO_HOST, .*MOISO_TRUST_PROXY$/)
  ])
})

it('introduces each printer by its place and kind, and one made of software by what to set', () => {
  const settings = readSettings({ MOISO_PRINTER: 'tcp://192.168.1.50:9100?profile=epson-tm-t88', MOISO_DESK_PRINTER: 'virtual:' })
  const [kiosk, desk] = printerLines([{ name: 'kiosk', state: 'ready', label: 'Epson TM-T88' }, { name: 'desk', state: 'ready', label: 'virtual', isVirtual: true }], settings)
  expect(kiosk).toMatch(/Kiosk printer: tcp:\/\/192\.168\.1\.50:9100 – Epson TM-T88$/)
  expect(desk).toMatch(/Desk printer: virtual: – virtual; .*set MOISO_DESK_PRINTER$/)
})

it('shows people the host that is listened on, not another of the machine', () => {
  expect(['0.0.0.0', '::', '127.0.0.1', '::1', '192.168.1.10'].map(hostListenedOn)).toEqual([undefined, undefined, '127.0.0.1', '[::1]', '192.168.1.10'])
  expect(['127.0.0.1', '127.1', '::1', '[::1]', 'localhost', '0.0.0.0', '192.168.1.10', '127.example'].map(isLoopback)).toEqual([true, true, true, true, true, false, false, false])
})
