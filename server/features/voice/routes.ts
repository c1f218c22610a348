import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../../common/contract/basics.ts'
import type { Voice } from '../../ports/voice.ts'
import { silence } from './assemble.ts'
import { rangeOf } from './range.ts'
import { rate, writeWav } from './wav.ts'

const call = /^([1-9][0-9]{3,4})-([1-9][0-9]{0,2})-([0-9]{1,2})\.wav$/
const soundParams = Type.Object({
  language: Type.String({ pattern: '^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$', description: 'vi, en, or the name of a folder of recordings' }),
  file: Type.String({ pattern: call.source, description: 'NUMBER-COUNTER-REPEAT.wav' })
})
const versioned = Type.Object({ v: Type.Optional(Type.String({ maxLength: 64, description: 'The version that the address of a call carries' })) }, closed)
const forGood = 'public, max-age=31536000, immutable'

/** The sound of a call, and the two sounds around it. Open to everyone: the address already says all that is heard. */
export const voiceRoutes: FastifyPluginAsyncTypebox<{ voice: Voice | undefined }> = async (app, { voice }) => {
  const tags = ['voice']
  const onRequest = app.may('hear-sound')
  app.get('/sound/:language/:file', { schema: { tags, summary: 'A call as one WAV file', params: soundParams, querystring: versioned }, onRequest }, async (request, reply) => {
    const [, number = '', counter, repeat] = call.exec(request.params.file) ?? []
    const sound = await voice?.announcement(request.params.language, { number, counter: Number(counter), repeat: Number(repeat) })
    if (!sound) return reply.refuse({ code: 'NOT_FOUND' })
    return sendSound(request, reply.header('cache-control', request.query.v === voice?.version ? forGood : 'no-cache'), sound)
  })
  app.get('/sound/chime.wav', { schema: { tags, summary: 'The bell before a call' }, onRequest }, async (request, reply) => {
    const sound = await voice?.chime()
    return sound ? sendSound(request, reply.header('cache-control', 'public, max-age=3600'), sound) : reply.refuse({ code: 'NOT_FOUND' })
  })
  // A screen plays it to learn whether its browser lets it speak.
  const hush = writeWav({ rate, samples: silence(100) })
  app.get('/sound/silence.wav', { schema: { tags, summary: 'A tenth of a second of silence' }, onRequest }, async (request, reply) => sendSound(request, reply.header('cache-control', 'public, max-age=3600'), hush))
}

/** Some players (Safari, old television boxes) refuse a sound that they cannot ask for in parts. */
function sendSound ({ headers }: FastifyRequest, reply: FastifyReply, sound: Uint8Array): FastifyReply {
  const range = rangeOf(headers.range, sound.byteLength)
  const body = Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength)
  void reply.type('audio/wav').header('accept-ranges', 'bytes')
  if (!range) return reply.send(body)
  return reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${sound.byteLength}`).send(body.subarray(range.from, range.to + 1))
}
