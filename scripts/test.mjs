// Runs the tests and closes with the one line that other programs read: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'moiso-tests-'))
const report = join(folder, 'report.json')
const ran = spawnSync('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], { stdio: 'inherit', shell: process.platform === 'win32' })
const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = read()
rmSync(folder, { recursive: true, force: true })
const failed = numFailedTests || (ran.status === 0 ? 0 : Math.max(1, numFailedTestSuites))
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exit(failed > 0 || numPassedTests === 0 ? 1 : 0)

/** Nothing to read means that the runner itself broke. */
function read () {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return {}
  }
}
