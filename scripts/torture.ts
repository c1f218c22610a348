// npm run torture [-- --rounds N] [NAME …]: long fault tests; a line a round, a table at the end, exit 1 when a promise broke.
import { parseArgs } from 'node:util'
import { boards } from './torture/boards.ts'
import { kill } from './torture/kill.ts'
import { paper } from './torture/paper.ts'
import { fullRounds, type Outcome, type Part } from './torture/part.ts'
import { requests } from './torture/requests.ts'
import { slips } from './torture/slips.ts'
import { sockets } from './torture/sockets.ts'

const parts: Readonly<Record<string, Part>> = { kill, paper, slips, boards, requests, sockets }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: String(fullRounds) } } })
const rounds = Number(values.rounds)
const unknown = positionals.filter(name => !(name in parts))
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`npm run torture [-- --rounds N] [${Object.keys(parts).join('] [')}]`)
  process.exit(1)
}

const outcomes: Record<string, Outcome & { readonly seconds: number }> = {}
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const begun = performance.now()
  const outcome = await tried(part, line => console.log(`${name}: ${line}`))
  outcomes[name] = { ...outcome, seconds: Math.round((performance.now() - begun) / 1000) }
}

/** A part that breaks down has not held its promises either. */
async function tried (part: Part, say: (line: string) => void): Promise<Outcome> {
  try {
    return await part({ rounds, say })
  } catch (error) {
    return { figures: {}, failures: [error instanceof Error ? error.stack ?? error.message : String(error)] }
  }
}

console.log(`\nTorture, ${new Date().toISOString().slice(0, 10)}, ${rounds} of ${fullRounds} rounds`)
for (const [name, { figures, failures, seconds }] of Object.entries(outcomes)) {
  console.log(`\n${name.padEnd(10)} ${failures.length === 0 ? 'held' : 'BROKEN'} (${seconds} s)`)
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(44)} ${value}`)
  for (const failure of failures.slice(0, 20)) console.log(`  ! ${failure}`)
}
process.exit(Object.values(outcomes).some(({ failures }) => failures.length > 0) ? 1 : 0)
