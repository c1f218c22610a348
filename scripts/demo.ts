// A simulated day of the sample office, for training and for looking: npm run demo [-- --speed 60 --visitors 80 --seed 1 --port 8080]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { passesFor } from './day/passes.ts'
import { planDay, type PlannedDay } from './day/plan.ts'
import { playDay, type Playing } from './day/play.ts'
import { readSimulatedOffice, sampleFile } from './day/office-file.ts'
import { happened, progress, welcome } from './demo/words.ts'
import { startsOn, weekdayOf } from './demo/monday.ts'
import { readWish, usage, type DemoWish } from './demo/wish.ts'
import { firstPassword } from '../server/settings/chance.ts'
import { readSettings } from '../server/settings/settings.ts'
import { startOffice } from '../server/start.ts'

const progressMs = 5_000
const say = (...lines: readonly string[]) => { for (const line of lines) console.error(line) }
const leaving = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (leaving.signal.aborted) process.exit(1) // asked twice: at once
    leaving.abort()
  })
}

const wish = wished()
if (wish) {
  await demonstrate(wish).catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
}

function wished (): DemoWish | undefined {
  try {
    return readWish(process.argv.slice(2))
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), usage)
    process.exitCode = 1
    return undefined
  }
}

/** Runs the office in a folder that is thrown away, plays the day, and keeps the office open until it is asked to stop. */
async function demonstrate (wish: DemoWish): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'moiso-demo-'))
  const startsAt = startsOn(process.env['MOISO_NOW'], Date.now())
  const passwords = { admin: process.env['MOISO_ADMIN_PASSWORD'] ?? firstPassword(), staff: process.env['MOISO_SAMPLE_PASSWORD'] ?? firstPassword() }
  const settings = readSettings({
    ...process.env, DATABASE_URL: undefined, MOISO_TLS_CERT: undefined, MOISO_TLS_KEY: undefined, MOISO_DATA: data, MOISO_NOW: new Date(startsAt).toISOString(), MOISO_SEED: 'sample',
    MOISO_ADMIN_PASSWORD: passwords.admin, MOISO_SAMPLE_PASSWORD: passwords.staff, ...wish.port !== undefined && { MOISO_PORT: String(wish.port) }
  })
  try {
    const file = await readSimulatedOffice(sampleFile)
    const weekday = weekdayOf(startsAt, file.office.timeZone)
    const office = await startOffice(settings, () => {})
    try {
      console.log(`listening on ${office.url}`)
      const url = office.url.replace('0.0.0.0', 'localhost')
      const day = planDay(file, { ...wish, ...weekday && { weekday } })
      say(...welcome({ url, day, speed: wish.speed, startsAt, timeZone: file.office.timeZone, passwords }))
      const passes = await passesFor(url, { adminPassword: passwords.admin, staffPassword: passwords.staff, accounts: file.accounts })
      await follow(playDay(day, { url, passes, speed: wish.speed }), day)
    } finally {
      await office.stop()
    }
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

/** Tells how the day goes, and afterwards what happened; returns when somebody wants to leave. */
async function follow (playing: Playing, day: PlannedDay): Promise<void> {
  leaving.signal.addEventListener('abort', () => { void playing.stop() })
  const telling = setInterval(() => say(progress(playing.now(), playing.counts)), progressMs)
  const counts = await playing.done.finally(() => clearInterval(telling))
  say('', happened(counts, day, leaving.signal.aborted))
  if (leaving.signal.aborted) return
  say('The office stays open, its counters are yours. Ctrl+C ends it and throws its data away.')
  // A timer of some length keeps the process up; the signal ends it.
  while (!leaving.signal.aborted) await sleep(3_600_000, undefined, { signal: leaving.signal }).catch(() => {})
}
