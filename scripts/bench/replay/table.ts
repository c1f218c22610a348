import { groupOf } from './lessons.ts'
import { figuresOf, type Scored } from './score.ts'

const columns = {
  'n': 'n', 'MAE': 'maeMin', 'MAE busy': 'busyMaeMin', 'in range': 'coverage', 'busy': 'busyCoverage', 'late 10': 'late10Share', 'late busy': 'busyLate10Share',
  'width': 'widthMin', 'today flat': 'todayFlatWidthMin', 'growing': 'todayGrowingWidthMin', 'city': 'cityMaeMin', 'history': 'historyMaeMin', 'today': 'todayMaeMin'
} as const

/** Day by day, then by how many were ahead. */
export function printTable (scored: readonly Scored[]): void {
  console.log(`  ${''.padEnd(12)}${Object.keys(columns).map(name => name.padStart(12)).join('')}`)
  const ahead = ({ ahead }: Scored) => ahead === 0 ? 'nobody ahead' : groupOf(ahead)
  for (const by of [({ date }: Scored) => date, ahead]) {
    for (const name of new Set(scored.toSorted((a, b) => by === ahead ? a.ahead - b.ahead : 0).map(by))) {
      const figures = figuresOf(scored.filter(one => by(one) === name))
      console.log(`  ${name.padEnd(12)}${Object.values(columns).map(figure => shown(figures[figure]!).padStart(12)).join('')}`)
    }
  }
}

function shown (value: number): string {
  return Number.isNaN(value) ? '–' : Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 3 : 1)
}
