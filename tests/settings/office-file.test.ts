import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readOfficeFile, seedFrom, type OfficeFile } from '../../server/settings/office-file.ts'

const sample = await readOfficeFile(resolve(import.meta.dirname, '../../samples/office.json'))
const seeded = (office: Partial<OfficeFile['office']>) => seedFrom({ ...sample, office: { ...sample.office, ...office } }, 'main', () => 'hash')

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map(folder => rm(folder, { recursive: true }))))

/** The sample with other rules, read back from a file. */
async function read (office: object): Promise<OfficeFile> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-office-'))
  folders.push(folder)
  const file = join(folder, 'office.json')
  await writeFile(file, JSON.stringify({ ...sample, office: { ...sample.office, ...office } }))
  return readOfficeFile(file)
}

it('reads the rules, seasons and limits of the sample', () => {
  const { rules, hours, fields } = seeded({})
  expect(rules).toEqual({
    policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60, bulk: { from: 10, counters: [], cap: 20 },
    booking: { fields: ['CT', 'HT'], slotMinutes: 15, perSlot: 2, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 }
  })
  expect(hours).toMatchObject({ seasons: [{ from: '04-16', to: '10-15' }], makeUpDays: [] })
  expect(fields[0]).toMatchObject({ id: 'CT', asksDossiers: true, notice: { from: '15:00', text: { vi: 'Hồ sơ chứng thực nộp sau 15 giờ có thể trả vào ngày làm việc tiếp theo.' } } })
  expect(fields[1]).not.toHaveProperty('notice')
})

it('goes by the guide where a file leaves rules out, and keeps a policy where it stood before', () => {
  const given = { policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60 }
  const { rules: _, ...bare } = sample.office
  const seedOf = (office: OfficeFile['office']) => seedFrom({ ...sample, office }, 'main', () => 'hash').rules
  expect(seedOf(bare)).toEqual(given)
  expect(seedOf({ ...bare, orderPolicy: { kind: 'strict' } })).toEqual({ ...given, policy: { kind: 'strict' } })
  expect(seedOf({ ...bare, rules: { holdMinutes: 30, reentry: { kind: 'after', numbers: 3 } } })).toEqual({ ...given, holdMinutes: 30, reentry: { kind: 'after', numbers: 3 } })
})

it.each([
  [{ rules: { policy: { kind: 'fair' } } }, '/office/rules/policy'],
  [{ rules: { reentry: { kind: 'after', numbers: 0 } } }, '/office/rules/reentry'],
  [{ rules: { bulk: { from: 10, counters: [99] } } }, 'names 99, which is no counter'],
  [{ rules: { booking: { fields: ['XX'], slotMinutes: 15, perSlot: 2, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 } } }, 'names XX, which is no field'],
  [{ hours: { ...sample.office.hours, seasons: [{ from: '13-01', to: '04-15', days: [1], sessions: [] }] } }, '/office/hours/seasons/0/from']
])('names what is wrong in %o', async (office, what) => {
  await expect(read(office)).rejects.toThrow(what)
})
