import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem, type ProblemCode } from '../../common/contract/problem.ts'
import { opens, problems as texts, titles } from '../../common/i18n/problems.ts'
import { fill, type Blanks, type Language } from '../../common/i18n/texts.ts'
import type { Refusal } from '../domain/refusal.ts'
import { isoAt } from '../domain/time.ts'

/** Every "no" has a status; a new refusal without one does not compile. */
export const refusalStatus = {
  UNKNOWN_FIELD: 400, UNKNOWN_PROCEDURE: 400, UNKNOWN_PRIORITY_CLASS: 400, UNKNOWN_LANGUAGE: 400, UNKNOWN_PRINTER: 400, WEAK_PIN: 400,
  PAPER_NUMBER_RANGE: 400, PAPER_OUTCOME: 400, PAPER_TIMES: 400, PAPER_TOO_MANY: 400,
  SIGN_IN_REQUIRED: 401, WRONG_PASSWORD: 401,
  NOT_ALLOWED: 403, WRONG_PIN: 403, FOREIGN_ORIGIN: 403,
  NOT_FOUND: 404, PAIRING_CODE_UNKNOWN: 404,
  COUNTER_CLOSED: 409, COUNTER_BUSY: 409, COUNTER_PAUSED: 409, COUNTER_TAKEN: 409, NOT_HOLDER: 409,
  NOBODY_WAITING: 409, RECALL_LIMIT: 409, WRONG_STATE: 409, TICKET_CHANGED: 409, PANIC_ACCEPTED: 409, OFFICE_CLOSED: 409, FIELD_CLOSED: 409,
  UNDO_TOO_LATE: 409, SAME_PLACE: 409, QUOTA_REACHED: 409, TOO_MANY_DOSSIERS: 409, HARDLY_TODAY: 409, PROMISE_KEPT: 409, SLOT_TAKEN: 409, BOOKING_CLOSED: 409, WRONG_DAY: 409,
  TOKEN_USED: 409, REPRINT_TOO_LATE: 409, TRIAL_OVER: 409, NO_PAPERS: 409, PAPER_NUMBER_USED: 409,
  TOKEN_EXPIRED: 410, IDEMPOTENCY_KEY_REUSED: 422, TOO_MANY_REQUESTS: 429, STORAGE_FULL: 507
} as const satisfies Record<Refusal['code'], number>

/** Faults of the request or the server itself, found before any rule is asked. */
export const faultStatus = {
  INVALID_REQUEST: 400, PAYLOAD_TOO_LARGE: 413, UNSUPPORTED_MEDIA_TYPE: 415, INTERNAL: 500
} as const

type FieldError = { path: string, message: string }

const statusOf = { ...refusalStatus, ...faultStatus } satisfies Record<ProblemCode, number>
const problemType = 'application/problem+json; charset=utf-8'

/** For OpenAPI: any route may answer with a problem. */
const problemContent = { description: 'A reasoned "no"', content: { 'application/problem+json': { schema: Problem } } }
export const problemResponses = { '4xx': problemContent, '5xx': problemContent }

declare module 'fastify' {
  interface FastifyReply {
    /** Answers an expected "no". */
    refuse: (refusal: Refusal) => FastifyReply
    /** Answers a fault of the request or the server. */
    fault: (code: keyof typeof faultStatus, errors?: readonly FieldError[]) => FastifyReply
  }
}

export function languageOf (request: Pick<FastifyRequest, 'headers'>): Language {
  const asked = (request.headers['accept-language'] ?? '').toLowerCase()
  const vi = asked.indexOf('vi')
  const en = asked.indexOf('en')
  return en >= 0 && (vi < 0 || en < vi) ? 'en' : 'vi'
}

export function problem (code: ProblemCode, language: Language, blanks: Blanks = {}, errors?: readonly FieldError[]): Problem {
  const status = statusOf[code]
  return {
    type: `urn:moiso:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: (titles[language] as Readonly<Record<number, string>>)[status] ?? code,
    status, code, detail: fill(texts[language][code], blanks),
    ...errors && { errors: [...errors] }
  }
}

/** `reply.refuse`, `reply.fault`, and the answers to unknown routes and thrown errors. */
export const problemAnswers = plugin(async app => {
  app.decorateReply('refuse', function (this: FastifyReply, refusal: Refusal) {
    if (refusal.code === 'TOO_MANY_REQUESTS') void this.header('retry-after', refusal.retryAfterSeconds)
    const language = languageOf(this.request)
    return answer(this, problem(refusal.code, language, blanksOf(refusal, language, this.request.office?.timeZone ?? 'Asia/Ho_Chi_Minh')))
  })
  app.decorateReply('fault', function (this: FastifyReply, code: keyof typeof faultStatus, errors?: readonly FieldError[]) {
    return answer(this, problem(code, languageOf(this.request), {}, errors))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const forAPerson = request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html')
    return forAPerson ? reply.code(404).type('text/html; charset=utf-8').send(lostPage) : reply.refuse({ code: 'NOT_FOUND' })
  })
  app.setErrorHandler(async (error, request, reply) => answerError(error, request, reply))
})

function answer (reply: FastifyReply, body: Problem): FastifyReply {
  // Already serialised: a problem is never shaped by the route's success schema.
  return reply.code(body.status).type(problemType).serializer((text: string) => text).send(JSON.stringify(body))
}

function blanksOf (refusal: Refusal, language: Language, timeZone: string): Blanks {
  const opensAt = 'opensAt' in refusal && refusal.opensAt !== undefined ? isoAt(refusal.opensAt, timeZone) : undefined
  const time = opensAt && `${opensAt.slice(11, 16)} ${opensAt.slice(8, 10)}/${opensAt.slice(5, 7)}`
  const field = 'field' in refusal ? (typeof refusal.field === 'string' ? refusal.field : refusal.field[language]) : ''
  const date = 'date' in refusal ? refusal.date.split('-').reverse().join('/') : ''
  return { ...refusal as unknown as Blanks, field, date, opens: time ? fill(opens[language].next, { time }) : '' }
}

/** For someone who typed an address that leads nowhere. */
const lostPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mời Số</title>
<h1>Không có trang này</h1><p>Mời kiểm tra lại địa chỉ hoặc <a href="/">về trang đầu</a>.</p>
<h1 lang="en">There is no such page</h1><p lang="en">Please check the address or <a href="/">go to the first page</a>.</p></html>`

interface Thrown { readonly code?: string, readonly statusCode?: number, readonly validation?: readonly { instancePath: string, message?: string, params?: Record<string, unknown> }[], readonly validationContext?: string }

function answerError (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const thrown = error as Thrown
  if (thrown.validation) return reply.fault('INVALID_REQUEST', thrown.validation.map(fieldError))
  if (thrown.code === 'STORAGE_FULL') {
    request.log.error(error)
    return reply.refuse({ code: 'STORAGE_FULL' })
  }
  if (thrown.statusCode === 413) return reply.fault('PAYLOAD_TOO_LARGE')
  if (thrown.statusCode === 415) return reply.fault('UNSUPPORTED_MEDIA_TYPE')
  if (thrown.statusCode !== undefined && thrown.statusCode >= 400 && thrown.statusCode < 500) return reply.fault('INVALID_REQUEST')
  request.log.error(error)
  return reply.fault('INTERNAL')
}

function fieldError ({ instancePath, message = '', params }: NonNullable<Thrown['validation']>[number]): FieldError {
  const extra = params?.['additionalProperty']
  return { path: instancePath || '/', message: extra ? `${message}: ${String(extra)}` : message }
}
