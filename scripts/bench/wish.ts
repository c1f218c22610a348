import { parseArgs } from 'node:util'
import type { ForecastWish } from './forecast.ts'

/** Which benches are wanted, and how the forecast's is to be run. */
export interface BenchWish {
  /** None: all of them. */
  readonly names: readonly string[]
  readonly forecast: ForecastWish
}

/** What was typed after `npm run bench --`. Throws one sentence where it makes no sense. */
export function readBenchWish (typed: readonly string[], known: readonly string[]): BenchWish {
  const { values, positionals: names } = parsed(typed)
  const { replay, train } = values
  const unknown = names.filter(name => !known.includes(name))
  if (unknown.length > 0) throw new Error(`No such bench: ${unknown.join(', ')}. There are: ${known.join(', ')}`)
  if (train !== undefined && replay === undefined) throw new Error('--train gives history to a replay: name the tickets to score with --replay FILE.')
  if (replay !== undefined && names.join(' ') !== 'forecast') throw new Error('--replay is for the forecast alone: npm run bench -- forecast --replay FILE [--train FILE]')
  return { names, forecast: { ...replay !== undefined && { replay }, ...train !== undefined && { train } } }
}

function parsed (typed: readonly string[]) {
  try {
    return parseArgs({ args: [...typed], allowPositionals: true, options: { replay: { type: 'string' }, train: { type: 'string' } } })
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)
    throw new Error(`${first}. Options are --replay FILE and --train FILE, for the forecast.`, { cause: error })
  }
}
