// A worker of its own, so that the attack's own work is not measured as the office's.
import { parentPort, workerData } from 'node:worker_threads'
import { offences, openLine } from '../../tests/support/line.ts'

const { url, seconds } = workerData as { readonly url: string, readonly seconds: number }
const counts = { committed: 0, cut: 0, wrong: [] as string[] }

async function attack (from: number): Promise<void> {
  const end = performance.now() + seconds * 1000
  for (let turn = from; performance.now() < end; turn++) {
    const offence = offences[turn % offences.length] as typeof offences[number]
    const line = await openLine(url)
    offence.say(line)
    counts.committed++
    const isAsExpected = offence.isCut ? await line.cut(10_000) : await line.answers()
    if (offence.isCut && isAsExpected) counts.cut++
    if (!isAsExpected) counts.wrong.push(offence.name)
    line.close()
  }
}

await Promise.all([attack(0), attack(offences.length - 2)])
parentPort?.postMessage(counts)
