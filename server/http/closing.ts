import plugin from 'fastify-plugin'

/** Long enough for any answer of ours; a machine that shuts down waits five seconds before it kills. */
const patienceMs = 3_000

/** A stop lets requests under way end, but does not wait for one whose sender never finishes it. */
export const closing = plugin(async app => {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), patienceMs).unref()
  })
})
