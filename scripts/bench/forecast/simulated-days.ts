import { Worker } from 'node:worker_threads'
import { readSimulatedOffice } from '../../day/office-file.ts'
import type { Figures } from '../measure.ts'
import { Asker } from './asking.ts'
import { baselineNames } from './baselines.ts'
import { Memory } from './memory.ts'
import { officeOf, scenarios, type Scenario } from './scenarios.ts'
import { baselineMae, scoreOf } from './score.ts'
import { simulate } from './simulate.ts'
import { speed } from './speed.ts'
import { minutes, percent, table } from './table.ts'

const days = 60
const seed = 1

/** Two at a time, each on a thread of its own, the longest first. */
const atOnce = 2

/** Sixty simulated days of each scenario, and the time one reckoning takes. */
export async function simulatedDays (): Promise<Figures> {
  const left = [...scenarios].reverse()
  const found = new Map<string, Figures>()
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) found.set(next.name, await beside(next.name))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const figures = Object.assign({}, ...scenarios.map(({ name }) => found.get(name)), await reckoningTimes()) as Figures
  console.log(report(figures))
  return figures
}

function beside (name: string): Promise<Figures> {
  return new Promise((done, failed) => {
    new Worker(new URL('./scenario-thread.ts', import.meta.url), { workerData: name }).once('message', done).once('error', failed)
  })
}

/** All days of one scenario. */
export async function scenarioFigures (scenario: Scenario): Promise<Figures> {
  const office = await officeOf(scenario)
  const asker = new Asker(office, scenario.issueEach)
  for (const _ of simulate({ file: await readSimulatedOffice(), office, visitors: scenario.visitors, days, seed }, asker)) asker.end()
  return figuresOf(scenario, asker)
}

/** With what the busiest office has learnt in all those days. */
async function reckoningTimes (): Promise<Figures> {
  const [busiest] = scenarios.slice(-1) as [Scenario]
  const [file, office, memory] = [await readSimulatedOffice(), await officeOf(busiest), new Memory()]
  for (const { day } of simulate({ file, office, visitors: busiest.visitors, days, seed }, { witness: (...happened) => memory.note(...happened) })) void day
  return speed(file, office, memory.all())
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
