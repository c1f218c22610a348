import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readOfficeFile, seedFrom, type OfficeFile } from '../../server/settings/office-file.ts'

interface Example { readonly rules?: object, readonly hours?: object, readonly field?: object }

const guide = await readFile('docs/office-rules.md', 'utf8')
const examples = [...guide.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = '']) => json.trim())

/** The sample office with an example put where the guide says it belongs. */
async function withExample ({ rules, hours, field }: Example): Promise<OfficeFile> {
  const sample = JSON.parse(await readFile('samples/office.json', 'utf8')) as OfficeFile
  const [first, ...others] = sample.fields
  return {
    ...sample, fields: [{ ...first, ...field } as OfficeFile['fields'][number], ...others],
    office: { ...sample.office, hours: { ...sample.office.hours, ...hours }, rules: { ...sample.office.rules, ...rules } }
  }
}

it.each(examples)('the office file takes what the guide to its rules gives as %s', async json => {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const example = JSON.parse(json) as Example
  await writeFile(join(folder, 'office.json'), JSON.stringify(await withExample(example)))
  const seed = seedFrom(await readOfficeFile(join(folder, 'office.json')), 'main', () => 'hash')
  const { outcomes, ...rules } = (example.rules ?? {}) as NonNullable<OfficeFile['office']['rules']>
  expect(seed.rules).toMatchObject(rules)
  if (outcomes) expect(seed.rules.outcomes).toEqual(outcomes.map(({ id, name, nameEn }) => ({ id, name: { vi: name, en: nameEn } })))
  if (example.hours) expect(seed.hours).toMatchObject(example.hours)
  const { notice: _, ...plain } = (example.field ?? {}) as { readonly notice?: object }
  expect(seed.fields[0]).toMatchObject(plain)
})

it('the guide gives each of the rules', () => {
  const given = examples.join('\n')
  for (const key of ['strict', 'ratio', 'ageing', 'headStartMinutes', 'reentry', 'bulk', 'booking', 'quota', 'windows', 'notice', 'cutOffPercent', 'publishAccuracy', 'paperNumbers', 'outcomes', 'seasons', 'makeUpDays']) expect(given).toContain(`"${key}"`)
})
