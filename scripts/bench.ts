// npm run bench [-- NAME … | -- forecast --replay FILE [--train FILE]]: benches with their baselines in the same run; the last line is one line of JSON.
import { board } from './bench/board.ts'
import { forecast } from './bench/forecast.ts'
import { history } from './bench/history.ts'
import { keypress } from './bench/keypress.ts'
import { rounded, type Figures } from './bench/measure.ts'
import { slip } from './bench/slip.ts'
import { start } from './bench/start.ts'
import { tickets } from './bench/tickets.ts'
import { touch } from './bench/touch.ts'
import { usb } from './bench/usb.ts'
import { readBenchWish, type BenchWish } from './bench/wish.ts'

const benches: Readonly<Record<string, (wish: BenchWish) => Promise<Figures>>> = {
  tickets, board, keypress, start, history, slip, touch, usb, forecast: wish => forecast(wish.forecast)
}

const wish = wished()
const results: Record<string, Figures> = {}
for (const [name, bench] of Object.entries(benches)) {
  if (wish.names.length > 0 && !wish.names.includes(name)) continue
  console.log(`\n${name} …`)
  // A file that cannot be replayed is answered with a sentence; what else goes wrong, with where it did.
  const figures = await bench(wish).catch((error: unknown) => wish.forecast.replay === undefined ? Promise.reject(error as Error) : refused(error))
  results[name] = Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, rounded(value)]))
  for (const [figure, value] of Object.entries(results[name])) console.log(`  ${figure.padEnd(28)} ${value}`)
}
console.log(JSON.stringify(results))

function wished (): BenchWish {
  try {
    return readBenchWish(process.argv.slice(2), Object.keys(benches))
  } catch (error) {
    return refused(error)
  }
}

/** What cannot be done is refused with a sentence. */
function refused (error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
