import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startsOn, weekdayOf } from '../../scripts/demo/monday.ts'
import { readWish } from '../../scripts/demo/wish.ts'

const root = resolve(import.meta.dirname, '../..')

it('plays its day, keeps the office open, and leaves nothing behind when it is asked to stop', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'moiso-demo-test-'))
  const demo = spawn(resolve(root, 'node_modules/.bin/node'), ['scripts/demo.ts', '--speed', 'max', '--visitors', '12', '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: temporary, MOISO_NOW: '', MOISO_HOST: '127.0.0.1' } })
  try {
    let out = ''
    let said = ''
    demo.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
    demo.stderr.setEncoding('utf8').on('data', (text: string) => { said += text })
    while (!said.includes('The office stays open')) await once(demo.stderr, 'data')
    expect(said).toContain('12 of 12 people took a number')
    expect(said).toContain('in real time')
    expect(said).not.toMatch(/said no|no answer/)
    const url = /^listening on (\S+)\n$/.exec(out)?.[1] ?? ''
    expect(said).toContain(`Open ${url}/`)
    expect((await fetch(`${url}/health`)).status).toBe(200)
    demo.kill('SIGINT')
    expect(await once(demo, 'exit')).toEqual([0, null])
    expect((await readdir(temporary)).filter(name => name.startsWith('moiso-demo-'))).toEqual([])
  } finally {
    demo.kill('SIGKILL')
    await rm(temporary, { recursive: true, force: true })
  }
})

describe('the command line', () => {
  it('has defaults, and reads what is said', () => {
    expect(readWish([])).toEqual({ speed: 60, seed: 1 })
    expect(readWish(['--speed', 'max', '--visitors', '5', '--seed', '9', '--port', '0'])).toEqual({ speed: 'max', visitors: 5, seed: 9, port: 0 })
  })
  it.each([['--speed', '0'], ['--speed', 'fast'], ['--visitors', '2.5'], ['--visitors', ''], ['--port', '70000'], ['--colour', 'red']])('refuses %s %s', (...args) => {
    expect(() => readWish(args)).toThrow(args[0])
  })
})

describe('the day', () => {
  it('is the coming Monday at 07:00 on the office\'s wall, never one that is over', () => {
    for (let hour = 0; hour < 24 * 14; hour++) {
      const now = Date.UTC(2026, 10, 20, hour)
      const at = startsOn(undefined, now)
      expect(new Date(at).toISOString()).toMatch(/T00:00:00\.000Z$/)
      expect(weekdayOf(at)).toBe('mon')
      expect(at - now).toBeGreaterThan(0)
      expect(at - now).toBeLessThanOrEqual(8 * 86_400_000)
    }
  })
  it('is what MOISO_NOW says, where it says something', () => {
    expect(weekdayOf(startsOn('2026-11-28T07:00:00+07:00', 0))).toBe('satMorning')
    expect(weekdayOf(startsOn('2026-11-29T07:00:00+07:00', 0))).toBeUndefined()
    expect(() => startsOn('tomorrow', 0)).toThrow('MOISO_NOW')
  })
})
