import { mkdir, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { hash } from '@node-rs/argon2'
import { pino, type Logger } from 'pino'
import { announcement } from '../common/speech/announcement.ts'
import { why } from '../common/i18n/why.ts'
import { fill } from '../common/i18n/texts.ts'
import { buildApp } from './app.ts'
import type { Wording } from './domain/call.ts'
import { officeTurns } from './features/office-turn.ts'
import { openVoice } from './features/voice/voice.ts'
import { createForecaster } from './forecasting/forecaster.ts'
import { ok } from './domain/result.ts'
import { currentDate } from './domain/ticketing.ts'
import { backupFolder, createKeeping, type Keeping } from './keeping.ts'
import { startPaper } from './paper.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'
import type { Voice } from './ports/voice.ts'
import { claimData, lastRun, noteRunning, noteStopped } from './running.ts'
import { chance, firstPassword, firstPin } from './settings/chance.ts'
import { addressOf, hostListenedOn, isLoopback, lanAddressOver } from './settings/lan.ts'
import { readOfficeFile, seedFrom } from './settings/office-file.ts'
import { databaseFile, type Settings } from './settings/settings.ts'
import { readSlipLanguages } from './slip-languages.ts'
import { openOrRecover } from './storage/sqlite/recover.ts'
import { printerLines } from './welcome.ts'

export interface RunningOffice {
  /** Where it listens, `http://0.0.0.0:8080`. */
  readonly url: string
  /** Where people open it: on this machine, and from the hall's network where it can be reached from there. */
  readonly open: { readonly here: string, readonly hall?: string }
  /** A line for each printer. */
  readonly printers: readonly string[]
  readonly stop: () => Promise<void>
}

const here = import.meta.dirname
const sampleFile = resolve(here, '../samples/office.json')
const dist = resolve(here, '../dist')
const bundledVoices = resolve(here, '../voices')

/** Opens the office: database, paper, rules, screens. `say` prints what a person should read once. */
export async function startOffice (settings: Settings, say: (line: string) => void): Promise<RunningOffice> {
  await mkdir(settings.MOISO_DATA, { recursive: true })
  const log = pino({ level: 'info', redact: ['req.headers.authorization', 'req.headers.cookie'] }, pino.destination({ dest: 2, sync: false }))
  const releaseData = await claimData(settings.MOISO_DATA)
  const last = await lastRun(settings.MOISO_DATA)
  const { store, office, clock, keeping } = await openMemory(settings, last.running === undefined, say, log)

  const languages = await readSlipLanguages(resolve(settings.MOISO_DATA, 'languages'), log)
  const { timeZone } = (await store.day(office)).office
  const paper = startPaper({ store, office, timeZone, clock, kiosk: settings.MOISO_PRINTER, desk: settings.MOISO_DESK_PRINTER, languages, log })
  const voice = await openVoice({ roots: [resolve(settings.MOISO_DATA, 'voices'), bundledVoices], region, log })
  let port = settings.MOISO_PORT
  const host = hostListenedOn(settings.MOISO_HOST)
  const shownHost = host === undefined ? lanAddressOver(clock.now) : () => host
  const scheme = settings.MOISO_TLS_CERT === undefined ? 'http' : 'https'
  const offices = await store.offices()
  // Nobody is to see yesterday's line in the morning, nor to be told a forecast reckoned from it.
  for (const office of offices) await endEarlierDay(store, clock, office).catch((error: unknown) => log.error(error, 'the day before was not ended'))
  const forecaster = createForecaster({ store, clock, log })
  const app = await buildApp({
    store, clock, chance, forecaster, wording: wordingOf(voice), voice, printer: paper.printer, soundness: keeping.soundness, ...paper.tray && { tray: paper.tray }, dist,
    address: addressOf({ publicUrl: settings.MOISO_PUBLIC_URL, wifi: settings.MOISO_GUEST_WIFI }, () => `${scheme}://${shownHost()}:${port}`, () => offices),
    trustProxy: settings.MOISO_TRUST_PROXY, ...await tlsFrom(settings), logger: log
  })
  await app.listen({ host: settings.MOISO_HOST, port })
  const address = app.server.address()
  if (address && typeof address === 'object') port = address.port
  // Its thread begins when whoever waits for the doors has been let in.
  forecaster.start()
  await noteRunning(settings.MOISO_DATA)
  await keeping.begin(last.unclean)
  const stopRounds = startRounds(store, clock, keeping, log)

  return {
    url: `${scheme}://${host ?? settings.MOISO_HOST}:${port}`,
    open: openAddresses(settings, `${scheme}://${host ?? 'localhost'}:${port}/`, `${scheme}://${shownHost()}:${port}/`),
    printers: printerLines(paper.printer.printers(), settings),
    stop: async () => {
      stopRounds()
      await app.close()
      await forecaster.stop()
      await paper.stop()
      await keeping.stop()
      await store.close()
      await noteStopped(settings.MOISO_DATA)
      releaseData()
    }
  }
}

function openAddresses ({ MOISO_HOST: host, MOISO_PUBLIC_URL: publicUrl }: Settings, here: string, hall: string): RunningOffice['open'] {
  if (publicUrl !== undefined) return { here, hall: publicUrl }
  return isLoopback(host) ? { here } : { here, hall }
}

interface Memory { readonly store: Store, readonly office: string, readonly clock: Clock, readonly keeping: Keeping }

/** The database, whatever state it was left in, and those who look after it. `alone`: no other server works on this data. */
async function openMemory (settings: Settings, alone: boolean, say: (line: string) => void, log: Logger): Promise<Memory> {
  const data = settings.MOISO_DATA
  const file = databaseFile(settings)
  await mkdir(dirname(file), { recursive: true })
  const { store, recovery } = await openOrRecover(
    { file, alwaysOpen: confirmed => settings.MOISO_ALWAYS_OPEN ?? !confirmed, log },
    { backups: backupFolder(data), at: Date.now(), alone, seed: empty => seedIfEmpty(empty, settings, say) })
  const [office] = await store.offices()
  if (office === undefined) throw new Error('the database has no office: set MOISO_SEED to sample or to an office file')
  const clock = clockFrom(settings.MOISO_NOW, (await store.day(office)).office.confirmed)
  return { store, office, clock, keeping: createKeeping({ store, file, data, clock, log, ...recovery && { recovery } }) }
}

/** Whose Vietnamese the office speaks; one for words and sound alike. */
const region = 'north'

/** What the office says, from the texts and the voice. */
function wordingOf (voice: Voice): Wording {
  return {
    announcement: call => announcement(call, region),
    sound: voice.addresses,
    why: (code, number) => ({ vi: fill(why.vi[code], { number }), en: fill(why.en[code], { number }) })
  }
}

/** Every minute: questions and bookings whose time is over are put away, midnight ends the day before, and the day's first makes a backup. */
function startRounds (store: Store, clock: Clock, keeping: Keeping, log: Logger): () => void {
  const round = async () => {
    for (const office of await store.offices()) {
      await lookAfter(() => store.ratings.lapse(office, clock.now()))
      await lookAfter(async () => store.bookings.lapse(office, currentDate(await store.day(office), clock.now())))
      await lookAfter(() => endEarlierDay(store, clock, office))
    }
    await lookAfter(store.forget)
    await lookAfter(keeping.round)
  }
  // One part that fails keeps no other from its round.
  const lookAfter = (part: () => Promise<unknown>) => part().catch((error: unknown) => log.error(error, 'round'))
  const timer = setInterval(() => void round(), 60_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** Every turn begins by ending what an earlier service day left open; this one does nothing else. */
async function endEarlierDay (store: Store, clock: Clock, office: string): Promise<void> {
  await officeTurns(store, clock)(office, () => ok({ facts: [], answer: () => null }))
}

async function seedIfEmpty (store: Store, settings: Settings, say: (line: string) => void): Promise<void> {
  if ((await store.offices()).length > 0) {
    if (settings.MOISO_SEED !== 'sample' && settings.MOISO_SEED !== 'none') say(`  MOISO_SEED is not read: ${settings.MOISO_DATA} has an office already. A new office begins in an empty folder.`)
    return
  }
  if (settings.MOISO_SEED === 'none') return
  const file = await readOfficeFile(settings.MOISO_SEED === 'sample' ? sampleFile : resolve(settings.MOISO_SEED))
  const adminPassword = settings.MOISO_ADMIN_PASSWORD ?? firstPassword()
  const staffPassword = settings.MOISO_SAMPLE_PASSWORD ?? firstPassword()
  const staffPin = settings.MOISO_SAMPLE_PIN ?? firstPin()
  const [adminHash, staffHash, pinHash] = await Promise.all([adminPassword, staffPassword, staffPin].map(secret => hash(secret))) as [string, string, string]
  const staff = file.accounts.map(({ username }) => username).filter(username => username !== 'admin')
  await store.seed(seedFrom(file, 'main', username => staff.includes(username) ? staffHash : adminHash, username => staff.includes(username) ? pinHash : undefined))
  if (settings.MOISO_ADMIN_PASSWORD === undefined) say(`  admin: ${adminPassword}`)
  if (settings.MOISO_SAMPLE_PASSWORD === undefined) say(`  ${staff.join(', ')}: ${staffPassword}`)
  if (settings.MOISO_SAMPLE_PIN === undefined) say(`  PIN (${staff.join(', ')}): ${staffPin}`)
}

/** The machine's clock, or in tests one that starts elsewhere and runs on. */
function clockFrom (startsAt: number | undefined, confirmed: boolean): Clock {
  const elapsed = () => performance.now()
  if (startsAt === undefined) return { now: Date.now, elapsed }
  if (confirmed) throw new Error('MOISO_NOW: the office is confirmed; its clock is the machine\'s')
  const shift = startsAt - Date.now()
  return { now: () => Date.now() + shift, elapsed }
}

async function tlsFrom ({ MOISO_TLS_CERT: cert, MOISO_TLS_KEY: key }: Settings): Promise<{ tls?: { cert: Buffer, key: Buffer } }> {
  if (cert === undefined && key === undefined) return {}
  if (cert === undefined || key === undefined) throw new Error('MOISO_TLS_CERT and MOISO_TLS_KEY belong together')
  return { tls: { cert: await readFile(cert), key: await readFile(key) } }
}
