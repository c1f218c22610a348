import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { officeFileTexts } from '../../common/i18n/office-file.ts'
import { inBoth } from '../../common/i18n/start.ts'
import { nearest } from './nearest.ts'

type Wrong = ReturnType<typeof Errors>[number]

/** What is read of a schema, as plain JSON Schema. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly anyOf?: readonly Node[]
  readonly const?: unknown
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly examples?: readonly unknown[]
}

const json = (value: unknown) => JSON.stringify(value)
const listed = (values: readonly unknown[]) => values.map(json).join(', ')

/** The first thing in `content` that is not of the schema's form, in both languages, or nothing. */
export function mistakeIn (schema: unknown, content: unknown, within = ''): string | undefined {
  const [first] = Errors(schema as TSchema, content)
  if (!first) return undefined
  const choice = /^(.*?)\/anyOf\/\d+(.*)$/.exec(first.schemaPath)
  if (!choice) return plain(first, schema, content, within)
  const [, union = '', deeper = ''] = choice
  const place = upBy((deeper.match(/\/properties\/[^/]+|\/items|\/additionalProperties/g) ?? []).length, first.instancePath)
  return mistakeInChoice(at(schema, union) as Node, at(content, place), within + place)
}

/** Of several forms, the one that the file names (`kind`) is the one that was meant. */
function mistakeInChoice ({ anyOf: forms = [] }: Node, value: unknown, place: string): string | undefined {
  const hasKinds = forms.some(({ properties }) => properties?.kind)
  const names = forms.map(form => hasKinds ? form.properties?.kind?.const : form.const)
  const name = hasKinds ? at(value, '/kind') : value
  const meant = names.indexOf(name)
  if (meant < 0 && names.every(known => known !== undefined)) {
    return inBoth(officeFileTexts, 'choice', { place: hasKinds ? `${place}/kind` : place, value: json(name ?? value), known: listed(names) })
  }
  return mistakeIn(forms[Math.max(meant, 0)], value, place)
}

const keysOfObject = ['required', 'additionalProperties', 'boolean']

function plain ({ keyword, schemaPath, instancePath, message }: Wrong, schema: unknown, content: unknown, within: string): string {
  // A key that may not be there is itself the place where nothing is allowed (`boolean`); the object is one up.
  const pointer = keyword === 'boolean' ? upBy(1, instancePath) : instancePath
  const node = at(schema, keyword === 'boolean' ? upBy(1, schemaPath) : schemaPath) as Node
  const place = within + pointer || '/'
  const value = at(content, pointer)
  if (keysOfObject.includes(keyword)) return wrongKeys(place, node, Object.keys(value as object))
  if (node.type === 'integer' && node.minimum !== undefined) {
    const blanks = { place, least: node.minimum, value: json(value) }
    return node.maximum === undefined ? inBoth(officeFileTexts, 'number.least', blanks) : inBoth(officeFileTexts, 'number', { ...blanks, most: node.maximum })
  }
  return node.examples ? inBoth(officeFileTexts, 'value', { place, value: json(value), example: json(node.examples[0]) })
    : inBoth(officeFileTexts, 'wrong', { place, message })
}

/** A key that is not known, where another is missing, was probably meant for it. */
function wrongKeys (place: string, { properties = {}, required = [], additionalProperties }: Node, written: readonly string[]): string {
  const known = Object.keys(properties)
  const strangers = additionalProperties === false ? written.filter(name => !known.includes(name)) : []
  const lacking = required.filter(name => !written.includes(name))
  if (lacking.length === 0) return unknown(place, strangers[0] ?? '', known)
  const example = lacking.map(name => `${json(name)}: ${json(exampleOf(properties[name]))}`).join(', ')
  const keys = listed(lacking)
  return strangers.length > 0
    ? inBoth(officeFileTexts, 'missing.instead', { place, keys, strangers: listed(strangers), example })
    : inBoth(officeFileTexts, 'missing', { place, keys, example })
}

const emptyOf: Readonly<Record<string, unknown>> = { array: [], object: {}, string: '…' }

function exampleOf (node: Node | undefined): unknown {
  return node?.examples?.[0] ?? node?.const ?? node?.minimum ?? emptyOf[node?.type ?? ''] ?? null
}

function unknown (place: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  return meant !== undefined
    ? inBoth(officeFileTexts, 'unknown', { place, name: json(name), meant: json(meant) })
    : inBoth(officeFileTexts, 'unknown.known', { place, name: json(name), known: listed(known) })
}

function upBy (steps: number, pointer: string): string {
  return pointer.split('/').slice(0, steps === 0 ? undefined : -steps).join('/')
}

/** What a JSON pointer (RFC 6901), or a schema's path that begins with `#`, leads to. */
function at (root: unknown, pointer: string): unknown {
  const steps = pointer.replace(/^#/, '').split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return steps.reduce<unknown>((value, step) => typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined, root)
}
