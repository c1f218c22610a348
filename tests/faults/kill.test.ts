import { expect, it } from 'vitest'
import { kill } from '../../scripts/torture/kill.ts'

// The long version is `npm run torture`.
const rounds = 5

it('kill -9 under load: every number, call, end and rating a client was told of is there afterwards, none twice; the database is sound', async () => {
  const { figures, failures } = await kill({ rounds, say: () => undefined })
  expect(failures).toEqual([])
  expect(figures['numbers acknowledged']).toBeGreaterThan(rounds * 5)
  expect(figures['calls acknowledged']).toBeGreaterThan(rounds)
}, 90_000)
