import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { List } from '../../../common/contract/basics.ts'
import { PaperSheet, PrinterPanel, PrinterTurn } from '../../../common/contract/paper.ts'
import { isoAt } from '../../domain/time.ts'
import { problemResponses } from '../../http/problems.ts'
import type { PaperTray } from '../../ports/paper-tray.ts'

const sheetParams = Type.Object({ id: Type.String({ pattern: '^[0-9]{1,9}$' }) })
const tags = ['printer']

/** The virtual printer, its paper and its knobs: everyone's in trial mode, afterwards the guide's and the administrator's (a slip carries its holder's token). */
export const paperTrayRoutes: FastifyPluginAsyncTypebox<{ tray: PaperTray | undefined }> = async (app, needs) => {
  app.addHook('preHandler', async (request, reply) => {
    if (!request.office || !needs.tray) return reply.refuse({ code: 'NOT_FOUND' })
  })
  const onRequest = app.may('work-virtual-printer')
  // Nobody gets past the hook without it.
  const tray = needs.tray!

  app.get('/printer/sheets', { schema: { tags, summary: 'Slips that came out of the virtual printer', response: { 200: List(PaperSheet), ...problemResponses } }, onRequest }, async request => {
    const timeZone = request.office?.timeZone ?? 'UTC'
    return { items: tray.sheets().map(sheet => ({ ...sheet, at: isoAt(sheet.at.getTime(), timeZone) })) }
  })

  app.get('/printer/sheets/:id.png', { schema: { tags, summary: 'One slip as a picture', params: sheetParams }, onRequest }, async (request, reply) => sendPng(reply, tray.png(Number(request.params.id))))

  app.get('/printer/hanging.png', { schema: { tags, summary: 'The slip that is coming out, as far as it is printed' }, onRequest }, async (_request, reply) => sendPng(reply, tray.hangingPng()))

  app.get('/printer/knobs', { schema: { tags, summary: 'The virtual printer and its knobs', response: { 200: PrinterPanel, ...problemResponses } }, onRequest }, async () => panelOf(tray))

  app.post('/printer/knobs', { schema: { tags, summary: 'Turns knobs of the virtual printer', body: PrinterTurn, response: { 200: PrinterPanel, ...problemResponses } }, onRequest }, async request => {
    tray.set(request.body)
    return panelOf(tray)
  })
}

function sendPng (reply: FastifyReply, png: Uint8Array | undefined): FastifyReply {
  return png ? reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png)) : reply.refuse({ code: 'NOT_FOUND' })
}

/** The printer has more knobs than a trainer needs: these only. */
function panelOf (tray: PaperTray): PrinterPanel {
  const { power, paper, cover, cutter, feedHeld, rowsPerSecond, bytesPerSecond, network, processId } = tray.knobs()
  return { knobs: { power, paper, cover, cutter, feedHeld, rowsPerSecond, bytesPerSecond, network, processId }, state: tray.state() }
}
