// A thread of the forecast's bench: the days of the scenario it is given the name of.
import { parentPort, workerData } from 'node:worker_threads'
import { scenarios } from './scenarios.ts'
import { scenarioFigures } from './simulated-days.ts'

const scenario = scenarios.find(({ name }) => name === workerData)
if (scenario) parentPort?.postMessage(await scenarioFigures(scenario))
