import { startServer } from '../../tests/support/server.ts'
import { percentile, withFolder, type Figures } from './measure.ts'

const times = 7

/** From the command to listening, on a database that is there. */
export async function start (): Promise<Figures> {
  return withFolder(async folder => {
    const took: number[] = []
    for (let turn = 0; turn <= times; turn++) {
      const begun = performance.now()
      const server = await startServer(folder)
      // The first start makes the database.
      if (turn > 0) took.push(performance.now() - begun)
      await server.kill('SIGTERM')
    }
    return { coldStartP50Ms: percentile(took, 50), coldStartWorstMs: Math.max(...took) }
  })
}
