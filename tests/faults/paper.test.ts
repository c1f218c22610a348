import { expect, it } from 'vitest'
import { fullRounds } from '../../scripts/torture/part.ts'
import { paper } from '../../scripts/torture/paper.ts'

// The long version, two thousand tickets, is `npm run torture paper`.
const tickets = 60

it('printers that fail in every way under a server that is killed: one honest state for each slip, none twice, none called printed that is not', async () => {
  const { figures, failures } = await paper({ rounds: tickets * fullRounds / 2000, say: () => undefined })
  expect(failures, JSON.stringify(figures)).toEqual([])
  expect(figures['tickets acknowledged']).toBeGreaterThanOrEqual(tickets)
}, 90_000)
