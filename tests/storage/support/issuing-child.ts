import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../../server/storage/sqlite/store.ts'
import { issue } from './turns.ts'

/* Issues without end and writes each number out once it was acknowledged; meant to be killed. */
const store = await openSqliteStore({ file: process.argv[2] ?? '', alwaysOpen: () => true, log: console })
await Promise.all(Array.from({ length: 20 }, async () => {
  for (;;) {
    const taken = await issue(store)
    if (taken.ok) writeSync(1, `${taken.value.answer.number}\n`)
  }
}))
