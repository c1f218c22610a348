import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { Day } from '../domain/day.ts'
import { lastSequence } from '../domain/sequence.ts'
import type { Store } from '../ports/store.ts'
import type { StorageLog } from './trouble.ts'

/** Up to which sequence the numbers of a digit were given out on an office's newest day. */
interface LastGiven { readonly date: string, readonly last: Readonly<Record<string, number>> }

/**
 * What stands beside the database in a small file of its own: the last numbers given out. Should the database be lost,
 * or lose its end, it tells from where on numbers are fresh.
 */
export interface Testimony {
  readonly offices: Readonly<Record<string, LastGiven>>
  /** Written at a clean stop: exact. Otherwise some numbers may have followed, fewer than {@link inReserve}. */
  readonly complete: boolean
}

/** How long a number may be unknown to the file, unless many follow at once. */
const restMs = 250
const manyAtOnce = 25
/**
 * Passed over when the last word is not known: more than a write of the file can be late by, at twenty times the pace of
 * the busiest hall.
 */
export const inReserve = 100

export const witnessFile = (database: string) => `${database}.numbers`

export interface Witness {
  /** Writes the last word and stops listening. */
  readonly close: () => Promise<void>
}

/** Listens to the store and keeps the file; never in the way of a turn. What cannot be written is logged: the file is a help, not a promise. */
export async function startWitness (store: Store, file: string, log: StorageLog): Promise<Witness> {
  let offices: Record<string, LastGiven> = {}
  for (const office of await store.offices()) offices[office] = lastGiven(await store.day(office))
  let unwritten = 0
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const write = (complete: boolean) => {
    clearTimeout(timer)
    timer = undefined
    unwritten = 0
    const testimony: Testimony = { offices, complete }
    writing = writing.then(() => replace(file, JSON.stringify(testimony))).catch((error: unknown) => log.error({ err: error }, 'the last numbers could not be noted'))
    return writing
  }
  const leave = store.onCommitted(committed => {
    const issued = committed.facts.filter(fact => fact.type === 'ticket:issued').length
    if (issued === 0) return
    offices = { ...offices, [committed.office]: lastGiven(committed.after) }
    unwritten += issued
    if (unwritten >= manyAtOnce) void write(false)
    else timer ??= setTimeout(() => void write(false), restMs).unref()
  })
  // The last word of an earlier clean stop is not the last any more.
  void write(false)
  return {
    close: async () => {
      leave()
      await write(true)
    }
  }
}

/** Undefined where there is none, or none that can be read. */
export async function readTestimony (file: string): Promise<Testimony | undefined> {
  try {
    const testimony = JSON.parse(await readFile(file, 'utf8')) as Partial<Testimony>
    return typeof testimony.offices === 'object' ? { offices: testimony.offices, complete: testimony.complete === true } : undefined
  } catch {
    return undefined
  }
}

export async function forgetTestimony (file: string): Promise<void> {
  await rm(file, { force: true })
}

function lastGiven (day: Day): LastGiven {
  const { serviceDate: date, office: { fields } } = day
  return { date, last: Object.fromEntries([...fields.values()].map(field => [field.digit, lastSequence(day, field, date)])) }
}

/** A reader sees the old file or the new one, never half of one. */
async function replace (file: string, text: string): Promise<void> {
  const next = `${file}.next`
  await writeFile(next, text)
  await rename(next, file)
}
