import { resolve } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Who may import whom (docs/decisions/0001): each room names the only ones it may reach; itself always. */
const mayReach: Readonly<Record<string, readonly string[]>> = {
  'server/domain': [],
  'server/ports': ['server/domain'],
  'server/forecasting': ['server/ports', 'server/domain'],
  'server/storage': ['server/ports', 'server/domain'],
  'server/wire': ['server/ports', 'server/domain', 'common'],
  'server/http': ['server/wire', 'server/ports', 'server/domain', 'common'],
  'server/live': ['server/wire', 'server/ports', 'server/domain', 'common'],
  'server/features': ['server/http', 'server/live', 'server/wire', 'server/ports', 'server/domain', 'common'],
  'server/settings': ['server/ports', 'server/domain', 'common/i18n'],
  'printer': ['common/i18n'],
  'display': ['common'],
  'counter': ['common'],
  'common/contract': [],
  'common/i18n': [],
  'common/speech': [],
  'common/tokens': [],
  'common/ui': ['common/contract', 'common/i18n', 'common/tokens']
}

const forbidden: IForbiddenRuleType[] = [
  ...Object.entries(mayReach).map(([room, reach]) => ({
    name: `${room} reaches only ${reach.join(', ') || 'itself'}`, severity: 'error' as const,
    from: { path: `^${room}/` }, to: { path: '^(server|display|counter|printer|common|scripts|tests)/', pathNot: [room, ...reach].map(place => `^${place}/`) }
  })),
  // The announcer is no screen of its own: any screen in the hall may speak.
  { name: 'screens are strangers to each other', severity: 'error' as const, from: { path: '^(display|counter)/([^/]+)/' }, to: { path: '^(display|counter)/([^/]+)/', pathNot: ['^$1/$2/', '^display/announcer/'] } },
  { name: 'only screens in the hall speak', severity: 'error' as const, from: { pathNot: '^display/' }, to: { path: '^display/announcer/' } },
  { name: 'features are strangers to each other', severity: 'error' as const, from: { path: '^server/features/([^/]+)/' }, to: { path: '^server/features/([^/]+)/', pathNot: '^server/features/$1/' } },
  { name: 'screens and shared code know nothing of Node', severity: 'error' as const, from: { path: '^(display|counter|common)/' }, to: { dependencyTypes: ['core' as const] } },
  { name: 'rules are pure', severity: 'error' as const, from: { path: '^server/domain/' }, to: { dependencyTypes: ['core' as const, 'npm' as const] } },
  { name: 'the driver stays behind one file', severity: 'error' as const, from: { pathNot: '^server/storage/sqlite/dialect\\.ts$' }, to: { path: 'node_modules/sqlite3/' } },
  { name: 'no circles', severity: 'error' as const, from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } }
]

it('nobody imports what they must not know', async () => {
  const result = await cruise(['server', 'display', 'counter', 'printer', 'common'], {
    baseDir: root, ruleSet: { forbidden }, validate: true, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }
  }, { extensions: ['.ts', '.js'] } as never)
  const { summary } = result.output as ICruiseResult
  expect(summary.totalCruised).toBeGreaterThan(100)
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
}, 60_000)
