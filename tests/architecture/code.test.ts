import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const run = (command: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(resolve(root, 'node_modules/.bin', command), args, { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
  return { status, said: stdout + stderr }
}

it('has types that hold', () => {
  expect(run('tsc', ['--noEmit'])).toEqual({ status: 0, said: '' })
}, 120_000)

it('keeps the linter\'s rules', () => {
  expect(run('eslint', ['.'])).toEqual({ status: 0, said: '' })
}, 180_000)
