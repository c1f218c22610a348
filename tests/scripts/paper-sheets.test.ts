import { expect, it } from 'vitest'
import { pngOf } from '../../printer/encode/png.ts'
import { createReader, readSheets, type FinishedSheet, type WantedSlip } from '../../scripts/torture/sheets.ts'
import { aBitmap } from '../printer/support.ts'

const head = [1, 2]
const slips: readonly WantedSlip[] = [
  { job: 'a', ticket: 'A', print: [...head, 10, 11, 3] },
  { job: 'b', ticket: 'B', print: [...head, 20, 21, 3] },
  { job: 'b again', ticket: 'B', print: [...head, 9, 20, 21, 3] }
]
const sheet = (print: readonly number[], complete = true): FinishedSheet => ({ print, complete })
const read = (...sheets: readonly FinishedSheet[]) => {
  const { whole, tooOften, seen } = readSheets(slips, sheets)
  return { whole, tooOften: [...tooOften], seen: [...seen] }
}

it('sees slips that came out whole, also under the beginning of another', () => {
  expect(read(sheet([...head, 10, 11, 3]), sheet([...head, 10, ...head, 20, 21, 3]))).toMatchObject({ whole: ['a', 'b'] })
})

it('takes no torn or unfinished slip for a whole one', () => {
  expect(read(sheet([...head, 10, 11, 3], false), sheet([...head, 20, 21]))).toEqual({ whole: [], tooOften: [], seen: ['A', 'B'] })
})

it('sees a slip that came out twice, whole or in part', () => {
  expect(read(sheet([...head, 10, 11, 3]), sheet([...head, 10], false))).toEqual({ whole: ['a'], tooOften: ['A'], seen: ['A'] })
  expect(read(sheet([...head, 10, 11, 3]), sheet([...head, 10, 11, 3])).whole).toEqual(['a', 'a'])
})

it('allows one more for each reprint, and tells the two apart', () => {
  const once = sheet([...head, 20, 21, 3])
  const again = sheet([...head, 9, 20, 21, 3])
  expect(read(once, again)).toMatchObject({ whole: ['b', 'b again'], tooOften: [] })
  expect(read(once, again, once)).toMatchObject({ whole: ['b', 'b again', 'b'], tooOften: ['B'] })
})

it('reads equal rows as equal, over the width of a sheet, and passes over white and repeated ones', () => {
  const reader = createReader()
  const slip = reader(pngOf(aBitmap('#..#....', '........', '.#......', '.#......', '#..#....')))
  expect(slip).toEqual([0, 1, 0])
  expect(reader(pngOf(aBitmap('........', '.#......', '..#.....')))).toEqual([1, 2])
})
