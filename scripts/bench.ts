// npm run bench [-- NAME …]: benches with their baselines in the same run; the last line is one line of JSON.
import { board } from './bench/board.ts'
import { history } from './bench/history.ts'
import { rounded, type Figures } from './bench/measure.ts'
import { slip } from './bench/slip.ts'
import { start } from './bench/start.ts'
import { tickets } from './bench/tickets.ts'
import { touch } from './bench/touch.ts'
import { usb } from './bench/usb.ts'

const benches: Readonly<Record<string, () => Promise<Figures>>> = { tickets, board, start, history, slip, touch, usb }

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in benches))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}
const results: Record<string, Figures> = {}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name} …`)
  const figures = await bench()
  results[name] = Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, rounded(value)]))
  for (const [figure, value] of Object.entries(results[name])) console.log(`  ${figure.padEnd(28)} ${value}`)
}
console.log(JSON.stringify(results))
