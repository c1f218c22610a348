import { readSimulatedOffice } from '../../day/office-file.ts'
import type { Figures } from '../measure.ts'
import { Asker } from './asking.ts'
import { baselineNames } from './baselines.ts'
import { officeOf, scenarios, type Scenario } from './scenarios.ts'
import { baselineMae, scoreOf } from './score.ts'
import { simulate } from './simulate.ts'
import { speed } from './speed.ts'
import { minutes, percent, table } from './table.ts'

const days = 60
const seed = 1

/** Sixty simulated days of each scenario, and the time one reckoning takes. */
export async function simulatedDays (): Promise<Figures> {
  const file = await readSimulatedOffice()
  const figures: Record<string, number> = {}
  const askers: Record<string, Asker> = {}
  for (const scenario of scenarios) {
    const office = await officeOf(scenario)
    const asker = askers[scenario.name] = new Asker(office)
    for (const _ of simulate({ file, office, visitors: scenario.visitors, days, seed }, asker)) asker.end()
    Object.assign(figures, figuresOf(scenario, asker))
  }
  const [busiest] = scenarios.slice(-1)
  if (busiest) Object.assign(figures, speed(file, await officeOf(busiest), askers[busiest.name]?.legs() ?? []))
  console.log(report(figures))
  return figures
}

function figuresOf ({ name }: Scenario, { waiting, newcomers, quiet }: Asker): Figures {
  const all = scoreOf(waiting.scored)
  const atIssue = scoreOf(waiting.scored.filter(one => one.atIssue))
  const simple = Object.fromEntries(baselineNames.map(each => [`${each}Mae`, baselineMae(waiting.scored, each)]))
  const bestBaselineMae = Math.min(...Object.values(simple))
  const { forecasts, coverage, early, late, mae, bias, width } = all
  const figures = {
    forecasts, coverage, early, late, mae, bias, width, ...simple, bestBaselineMae, maeRatio: mae / bestBaselineMae,
    'atIssue.coverage': atIssue.coverage, 'atIssue.mae': atIssue.mae, 'newcomer.coverage': scoreOf(newcomers.scored).coverage, 'newcomer.mae': scoreOf(newcomers.scored).mae,
    unanswered: waiting.asked.calledUnanswered / waiting.asked.people, inPast: waiting.inPast, quietRanges: quiet.ranges, slippedWithoutFact: quiet.slipped
  }
  return Object.fromEntries(Object.entries(figures).map(([figure, value]) => [`${name}.${figure}`, value]))
}

function report (figures: Figures): string {
  const head = ['', 'forecasts', '10–90 covers', 'earlier', 'later', 'off (min)', 'bias', 'width', ...baselineNames, 'of the best', 'at issue', 'newcomers', 'unforetold']
  return table(head, scenarios.map(({ name }) => {
    const of = (figure: string) => figures[`${name}.${figure}`] ?? NaN
    return [
      name, String(of('forecasts')), percent(of('coverage')), percent(of('early')), percent(of('late')), minutes(of('mae')), minutes(of('bias')), minutes(of('width')),
      ...baselineNames.map(each => minutes(of(`${each}Mae`))), percent(of('maeRatio')), percent(of('atIssue.coverage')), percent(of('newcomer.coverage')), percent(of('unanswered'))
    ]
  }))
}
