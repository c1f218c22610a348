import { parseArgs } from 'node:util'
import type { Speed } from '../day/clock.ts'

export interface DemoWish {
  readonly speed: Speed
  readonly seed: number
  /** Absent: the office's usual number for the weekday. */
  readonly visitors?: number
  /** Absent: MOISO_PORT or its default. */
  readonly port?: number
}

export const usage = 'npm run demo -- [--speed 60 | --speed max] [--visitors 80] [--seed 1] [--port 8080]'

/** Reads the command line. Throws one sentence that names what is wrong. */
export function readWish (args: readonly string[]): DemoWish {
  const { values } = parseArgs({ args: [...args], options: { speed: { type: 'string', default: '60' }, visitors: { type: 'string' }, seed: { type: 'string', default: '1' }, port: { type: 'string' } } })
  return {
    speed: values.speed === 'max' ? 'max' : number('speed', values.speed, 0.1, 100_000),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    ...values.visitors !== undefined && { visitors: wholeNumber('visitors', values.visitors, 1, 100_000) },
    ...values.port !== undefined && { port: wholeNumber('port', values.port, 0, 65_535) }
  }
}

function wholeNumber (name: string, text: string, least: number, most: number): number {
  const value = number(name, text, least, most)
  if (!Number.isInteger(value)) throw new RangeError(`--${name}: a whole number is needed, not "${text}"`)
  return value
}

function number (name: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? NaN : Number(text)
  if (!(value >= least && value <= most)) throw new RangeError(`--${name}: a number from ${least} to ${most} is needed, not "${text}"`)
  return value
}
