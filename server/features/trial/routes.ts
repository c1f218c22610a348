import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { TrialOpened, TrialScreen } from '../../../common/contract/access.ts'
import { closed } from '../../../common/contract/basics.ts'
import { emptyBody } from '../../http/params.ts'
import { setCookie, signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Trial } from './use-case.ts'

/** Only while the office is unconfirmed: screens and sample officers at one click. */
export const trialRoutes: FastifyPluginAsyncTypebox<{ trial: Trial }> = async (app, { trial }) => {
  const tags = ['trial']

  app.post('/trial/screens', { schema: { tags, summary: 'Turn this browser into a ready screen (trial mode only)', body: TrialScreen, response: { 200: TrialOpened, ...problemResponses } }, onRequest: app.may('open-trial-screen') }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    const opened = await trial.open(request.office, request.body)
    if (!opened.ok) return reply.refuse(opened.error)
    setCookie(reply, opened.value.kind, opened.value.token)
    return reply.send({ path: opened.value.path })
  })

  app.post('/office/confirm', {
    schema: { tags, summary: 'Confirm the office: trial mode ends for good', body: emptyBody, response: { 200: Type.Object({ trial: Type.Literal(false) }, closed), ...problemResponses } },
    onRequest: app.may('confirm-office')
  }, async (request, reply) => {
    const confirmed = await trial.end(signedIn(request))
    return confirmed.ok ? reply.send({ trial: false }) : reply.refuse(confirmed.error)
  })
}
