import fc from 'fast-check'
import { naughtyBodies, naughtyTexts, naughtyValues } from './naughty.ts'

/** A route as the served OpenAPI describes it. */
export interface Route {
  readonly method: string
  readonly path: string
  readonly params: readonly { readonly in: string, readonly name: string }[]
  readonly body?: Schema
}
interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}
export interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string
}
interface OpenApi { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: Route['params'], readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } }>>>> }

/** Pages and papers that OpenAPI does not list. */
const hidden = ['/', '/kiosk', '/board', '/rating/{n}', '/counter', '/supervisor', '/printer', '/t/{token}', '/assets/{file}', '/api/v1/openapi.json', '/nowhere/{id}']

export function routesOf (api: unknown): readonly Route[] {
  const listed = Object.entries((api as OpenApi).paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters = [], requestBody }]): Route => {
    const body = requestBody?.content['application/json']?.schema
    return { method: method.toUpperCase(), path, params: parameters.filter(({ in: place }) => place !== 'path'), ...body && { body } }
  }))
  return [...listed, ...hidden.map(path => ({ method: 'GET', path, params: [] }))]
}

/** Anything at all for a route: right, nearly right, and what no honest program would send. `known` are values that mean something here. */
export function aRequest (route: Route, known: readonly string[]): fc.Arbitrary<Sent> {
  return fc.record({ url: anUrl(route, known), headers: someHeaders(route), payload: route.method === 'GET' ? fc.constant(undefined) : aPayload(route.body ?? {}, known) })
    .map(({ url, headers, payload }) => ({ method: route.method, url, headers: { ...payload !== undefined && { 'content-type': 'application/json' }, ...headers }, ...payload !== undefined && { payload } }))
}

const aText = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...naughtyTexts) }, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 20 }))
const aWord = (known: readonly string[]) => fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, aText)
const aValue = fc.oneof(fc.constantFrom(...naughtyValues), aText, fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>)

const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))

function anUrl ({ path, params }: Route, known: readonly string[]): fc.Arbitrary<string> {
  const blanks = path.match(/\{\w+\}/g) ?? []
  const filling = fc.oneof({ weight: 5, arbitrary: aWord(known).map(encoded) }, fc.constantFrom('%00', '%ED%A0%80', '%zz', '..%2f..%2f', '%2e%2e', '.', '..', '//', ';a=b', '%F0%9F%98'))
  const names = params.filter(({ in: place }) => place === 'query').map(({ name }) => name)
  const pair = fc.tuple(fc.oneof(fc.constantFrom('x', '__proto__', 'field[]', ...names, ...names), aText), aWord(known)).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  return fc.tuple(fc.array(filling, { minLength: blanks.length, maxLength: blanks.length }), fc.array(pair, { maxLength: 3 })).map(([values, pairs]) => {
    const filled = blanks.reduce((url, blank, place) => url.replace(blank, () => values[place] ?? ''), path)
    return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled
  })
}

/** What Node lets a header carry. */
const headerText = (text: string) => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 4_000)

function someHeaders ({ params }: Route): fc.Arbitrary<Record<string, string>> {
  const names = ['idempotency-key', 'moiso-as', 'accept-language', 'range', 'if-none-match', 'x-forwarded-host', 'x-forwarded-proto', 'content-encoding', 'content-type', ...params.filter(({ in: place }) => place === 'header').map(({ name }) => name)]
  const some = fc.dictionary(fc.constantFrom(...names), aText.map(headerText), { maxKeys: 2, noNullPrototype: true })
  return fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, some)
}

function aPayload (schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const right = ofSchema(schema, known)
  const spoilt = fc.tuple(right, fc.oneof(fc.constantFrom(...Object.keys(schema.properties ?? {}), 'x'), aText), aValue).map(([body, name, value]) => ({ ...body as object, [name]: value }))
  return fc.oneof(
    { weight: 2, arbitrary: right.map(asJson) },
    { weight: 4, arbitrary: spoilt.map(asJson) },
    { weight: 1, arbitrary: aValue.map(asJson) },
    { weight: 1, arbitrary: fc.constantFrom(...naughtyBodies) }
  )
}

const asJson = (value: unknown) => JSON.stringify(value) ?? ''

function ofSchema (schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(one => ofSchema(one, known)))
  switch (schema.type ?? 'nothing said') {
    case 'object': return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, ofSchema(inner, known)])), { requiredKeys: [...schema.required ?? []], noNullPrototype: true })
    case 'array': return fc.array(ofSchema(schema.items ?? {}, known), { maxLength: 12 })
    case 'integer': return fc.integer({ min: 0, max: 5 })
    case 'boolean': return fc.boolean()
    case 'string': return aWord(known)
    default: return fc.constant({})
  }
}
