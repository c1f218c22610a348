// Makes a clone ready to run: packages as locked, screens as written, and for tests a browser and a reader.
// Runs on whatever Node started npm (20 or newer); everything after it runs on the project's own Node 24.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const stamps = join(root, 'node_modules', '.stamps')
const ownBin = join(root, 'node_modules', '.bin')
const builtFrom = ['common', 'counter', 'display', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Debian packages, and how to see that one is not needed any more. */
const chromium = { name: 'chromium', isThere: () => Boolean(process.env.MOISO_CHROMIUM) || chromiums.some(existsSync) }
const firefox = { name: 'firefox-esr', isThere: () => Boolean(process.env.MOISO_FIREFOX) || firefoxes.some(existsSync) }
const tesseract = { name: 'tesseract-ocr', isThere: () => spawnSync('tesseract', ['--version'], { stdio: 'ignore' }).status === 0 }
const vietnamese = { name: 'tesseract-ocr-vie', isThere: () => /^vie$/m.test(String(spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout ?? '')) }

once('install', ['package-lock.json'], () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing packages'))
once('build', builtFrom, () => run('vite', ['build', '--logLevel', 'warn'], 'Building the screens'), existsSync(join(root, 'dist')))
if (process.argv.includes('--for-tests')) {
  findTools([chromium, tesseract])
  wishFor(firefox)
}
if (process.argv.includes('--for-torture')) findTools([chromium, tesseract, vietnamese])

/** Does a step if what it depends on has changed since it was last done. */
function once (step, sources, act, stillThere = true) {
  const stamp = join(stamps, step)
  const now = digest(sources)
  if (stillThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  act()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, now)
}

function digest (sources) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(source => filesIn(join(root, source)))) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn (path) {
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap(name => filesIn(join(path, name))) : [path]
}

function run (command, args, saying) {
  console.error(`${saying} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PATH: ownBin + delimiter + process.env.PATH }
  const done = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status === 0) return
  console.error(`${saying}: failed${done.error ? ` (${done.error.message})` : ''}`)
  process.exit(done.status ?? 1)
}

/** Installs what of these is lacking, or says so: a browser to drive and an eye that reads paper, neither of them ours. */
function findTools (tools) {
  const lacking = tools.filter(({ isThere }) => !isThere()).map(({ name }) => name)
  if (lacking.length === 0) return
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.error(`The tests need ${lacking.join(' and ')}: please install (a Chromium elsewhere can be named in MOISO_CHROMIUM).`)
    process.exit(1)
  }
  run('apt-get', ['update', '-qq'], 'Looking up Debian packages')
  run('apt-get', installing(lacking), `Installing ${lacking.join(', ')}`)
}

/** Installs a tool where that can be done. Where it cannot, the tests that need it are skipped and say so. */
function wishFor ({ name, isThere }) {
  if (isThere()) return
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.error(`Installing ${name} …`)
    for (const args of [['update', '-qq'], installing([name])]) spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] })
  }
  if (!isThere()) console.error(`There is no ${name} here: the tests that need it are skipped.`)
}

function installing (packages) {
  return ['install', '-y', '-qq', '--no-install-recommends', ...packages]
}
