import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hash } from '@node-rs/argon2'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { announcement } from '../../common/speech/announcement.ts'
import { buildApp } from '../../server/app.ts'
import type { Outlook } from '../../server/domain/forecast/range.ts'
import { deskHere } from '../../server/forecasting/desk-here.ts'
import { createForecaster } from '../../server/forecasting/forecaster.ts'
import type { Forecaster } from '../../server/ports/forecaster.ts'
import type { PrinterStatus, SlipFacts, SlipPrinter } from '../../server/ports/slip-printer.ts'
import type { PaperTray } from '../../server/ports/paper-tray.ts'
import { chance } from '../../server/settings/chance.ts'
import { readOfficeFile, seedFrom } from '../../server/settings/office-file.ts'
import { openSqliteStore, type SqliteSettings } from '../../server/storage/sqlite/store.ts'
import type { OfficeSeed } from '../../server/ports/seed.ts'
import type { Store } from '../../server/ports/store.ts'
import { instantOn } from '../../server/domain/time.ts'
import type { Json } from './json.ts'

export const adminPassword = 'mật khẩu quản trị'
export const staffPassword = 'mật khẩu cán bộ'
export const staffPin = '482913'

export interface TestOffice {
  readonly app: FastifyInstance
  readonly store: Store
  /** The database, for whoever wants to look into it from outside. */
  readonly file: string
  /** The office's clock stands still until it is moved. */
  readonly clock: { now: () => number, elapsed: () => number, forward: (ms: number) => void, set: (at: number) => void }
  readonly printer: FakePaper
  readonly as: (who: Asker) => Asking
  readonly signIn: (username: string) => Promise<Asking>
  readonly pair: (kind: 'kiosk' | 'board' | 'sign' | 'rating', counter?: number) => Promise<Asking & { readonly id: string }>
  /** Reckons anew at the present moment, as the office does every half minute. Only where it was opened with a forecast. */
  readonly foretell: () => Promise<Outlook>
  readonly close: () => Promise<void>
}

type Asker = Readonly<Record<string, string>>
export interface Answer { readonly status: number, readonly body: Json, readonly headers: LightMyRequestResponse['headers'] }
export interface Asking {
  readonly headers: Asker
  readonly get: (path: string, headers?: Asker) => Promise<Answer>
  readonly post: (path: string, body?: unknown, headers?: Asker) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly remove: (path: string) => Promise<Answer>
}

const passwords = Promise.all([hash(adminPassword), hash(staffPassword), hash(staffPin)])

interface Kind {
  /** The paper of a printer made of software. */
  readonly tray?: PaperTray
  /** A second printer, at the guide's desk. */
  readonly desk?: boolean
  readonly trial?: boolean
  readonly alwaysOpen?: boolean
  /** The forecaster works, within each commit. */
  readonly forecast?: boolean
  /** One that foretells what a test wants. */
  readonly forecaster?: Forecaster
  /** The sample office, changed. */
  readonly seed?: (sample: OfficeSeed) => OfficeSeed
  /** Where the built screens lie; without it there are none. */
  readonly dist?: string
  /** Opens the database otherwise, with faults to come. */
  readonly open?: (settings: SqliteSettings) => Promise<Store>
}

/** The sample office on a real database and the real server, not yet listening; paper is a fake. Monday 09:00. */
export async function openOffice ({ trial = false, alwaysOpen = false, forecast = false, desk = false, tray, dist, forecaster, seed = sample => sample, open = openSqliteStore }: Kind = {}): Promise<TestOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-'))
  const log = pino({ level: 'silent' })
  const file = join(folder, 'moiso.db')
  const store = await open({ file, alwaysOpen: confirmed => alwaysOpen || !confirmed, log })
  const [adminHash, staffHash, pinHash] = await passwords
  await store.seed(seed(seedFrom(await readOfficeFile(resolve(import.meta.dirname, '../../samples/office.json')), 'main', name => name === 'admin' ? adminHash : staffHash, name => name === 'admin' ? undefined : pinHash)))
  const clock = movable(instantOn('2026-11-23', '09:00', 'Asia/Ho_Chi_Minh'))
  const paper = fakePaper(desk)
  const working = forecast ? createForecaster({ store, clock, log, desk: deskHere() }) : undefined
  const app = await buildApp({
    store, clock, chance, printer: paper.printer, ...tray && { tray }, ...forecaster && { forecaster }, ...working && { forecaster: working }, dist: dist ?? folder, trustProxy: false, logger: log,
    wording: { announcement, sound: ({ number, counter, repeat }) => ({ vi: `/sound/vi/${number}-${counter}-${repeat}`, en: `/sound/en/${number}-${counter}-${repeat}` }), why: (code, number) => ({ vi: `${code} ${number}`, en: `${code} ${number}` }) },
    address: { url: (_office, path) => `http://hall.test${path}`, onPaper: (_office, path) => ({ url: `http://hall.test${path}` }) }
  })
  working?.start()
  const as = (who: Asker): Asking => asking(app, who)
  const signIn = async (username: string) => {
    const answer = await as({}).post('/session', { username, password: username === 'admin' ? adminPassword : staffPassword })
    return as({ cookie: cookieOf(answer), 'moiso-as': 'staff' })
  }
  const admin = await signIn('admin')
  if (!trial) await admin.post('/office/confirm')
  const pair = async (kind: 'kiosk' | 'board' | 'sign' | 'rating', counter?: number) => {
    const made = await admin.post('/devices', { kind, name: `${kind} ${counter ?? ''}`.trim(), ...counter !== undefined && { counter } })
    const paired = await as({}).post('/devices/pair', { code: made.body.pairingCode })
    return { ...as({ cookie: cookieOf(paired), 'moiso-as': kind }), id: made.body.device.id as string }
  }
  return {
    app, store, file, clock, printer: paper, as, signIn, pair,
    foretell: async () => {
      if (!working) throw new Error('opened without a forecast')
      return working.refresh('main')
    },
    close: async () => {
      await working?.stop()
      await app.close()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

export function cookieOf (answer: Answer): string {
  return String([answer.headers['set-cookie'] ?? ''].flat()[0]).split(';')[0] ?? ''
}

const outsideApi = ['/health', '/metrics']

function asking (app: FastifyInstance, who: Asker): Asking {
  const ask = async (method: InjectOptions['method'], path: string, body: unknown, headers: Asker = {}): Promise<Answer> => {
    const answer = await app.inject({ method, url: path.startsWith('/o/') || outsideApi.includes(path) ? path : `/api/v1${path}`, headers: { ...who, ...headers }, ...body !== undefined && { payload: body as InjectOptions['payload'] } })
    return { status: answer.statusCode, headers: answer.headers, body: answer.headers['content-type']?.includes('json') ? answer.json() : answer.body }
  }
  return {
    headers: who,
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body, headers) => ask('POST', path, body, headers),
    put: (path, body) => ask('PUT', path, body),
    remove: path => ask('DELETE', path, undefined)
  }
}

function movable (start: number) {
  let [at, passed] = [start, 0]
  return { now: () => at, elapsed: () => passed, forward: (ms: number) => { at += ms; passed += ms }, set: (to: number) => { at = to } }
}

interface FakePaper {
  wakes: number
  /** Slips that were asked to be shown. */
  readonly shown: { readonly slip: SlipFacts, readonly printer: string }[]
  /** Something happens to a printer. */
  readonly turn: (state: PrinterStatus['state'], more?: Partial<PrinterStatus>) => void
  readonly printer: SlipPrinter
}

function fakePaper (desk: boolean): FakePaper {
  const listeners: ((status: PrinterStatus) => void)[] = []
  const statuses = new Map<string, PrinterStatus>(['kiosk', ...desk ? ['desk'] : []].map(name => [name, { name, state: 'ready', label: 'Máy in giả' }]))
  const paper: FakePaper = {
    wakes: 0, shown: [],
    turn: (state, { name = 'kiosk', ...more } = {}) => {
      const status = { name, label: 'Máy in giả', state, ...more }
      statuses.set(name, status)
      for (const tell of listeners) tell(status)
    },
    printer: {
      kiosk: 'kiosk', desk: desk ? 'desk' : 'kiosk', languages: ['vi', 'en', 'tay'], unreadable: [], cannotDraw: () => undefined,
      wake: () => { paper.wakes++ }, printers: () => [...statuses.values()], onChange: listener => { listeners.push(listener) },
      jobsToday: () => [{ printer: 'kiosk', state: 'printed', count: 3 }],
      preview: async (slip, printer) => {
        paper.shown.push({ slip, printer })
        return Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
      }
    }
  }
  return paper
}
