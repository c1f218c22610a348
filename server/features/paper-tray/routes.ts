import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed, List, Time } from '../../../common/contract/basics.ts'
import { isoAt } from '../../domain/time.ts'
import { problemResponses } from '../../http/problems.ts'
import { may } from '../../ports/principal.ts'
import type { PaperTray } from '../../ports/paper-tray.ts'

const Sheet = Type.Object({ id: Type.Integer(), at: Time, widthDots: Type.Integer(), heightDots: Type.Integer() }, closed)
const sheetParams = Type.Object({ id: Type.String({ pattern: '^[0-9]{1,9}$' }) })

/** The virtual printer's paper: everyone's in trial mode, staff's afterwards (a slip carries its holder's token). */
export const paperTrayRoutes: FastifyPluginAsyncTypebox<{ tray: PaperTray | undefined }> = async (app, { tray }) => {
  const tags = ['printer']
  app.addHook('preHandler', async (request, reply) => {
    if (!request.office || !tray) return reply.refuse({ code: 'NOT_FOUND' })
    if (request.office.confirmed && !may(request.principal, 'see-tickets')) return reply.refuse({ code: request.principal ? 'NOT_ALLOWED' : 'SIGN_IN_REQUIRED' })
  })

  app.get('/printer/sheets', { schema: { tags, summary: 'Slips that came out of the virtual printer', response: { 200: List(Sheet), ...problemResponses } } }, async request => {
    const timeZone = request.office?.timeZone ?? 'UTC'
    return { items: (tray?.sheets() ?? []).map(sheet => ({ ...sheet, at: isoAt(sheet.at.getTime(), timeZone) })) }
  })

  app.get('/printer/sheets/:id.png', { schema: { tags, summary: 'One slip as a picture', params: sheetParams } }, async (request, reply) => {
    const png = tray?.png(Number(request.params.id))
    return png ? reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png)) : reply.refuse({ code: 'NOT_FOUND' })
  })
}
