// node scripts/slips.ts [FOLDER]: every kind of slip, as each paper shows it, as PNG into docs/pictures; into another folder in every language.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pressSheet } from '../printer/encode/sheet.ts'
import { profileNamed } from '../printer/profiles/profiles.ts'
import { documentOf } from '../printer/slip/slip.ts'
import { readSlipLanguage, slipWords } from '../printer/slip/words.ts'
import { slipKinds, someSlips } from '../tests/printer/slips.ts'

const root = resolve(import.meta.dirname, '..')
const folder = process.argv[2]
const own = new Map([['fr', readSlipLanguage('fr', await readFile(join(root, 'samples/languages/fr.json'), 'utf8'))]])
const into = folder ? resolve(folder) : join(root, 'docs/pictures')
await mkdir(into, { recursive: true })

for (const language of folder ? ['vi', 'en', ...own.keys()] : ['vi']) {
  for (const width of [80, 58]) {
    const profile = profileNamed(`generic-${width}`)
    if (!profile) throw new Error(`no profile for ${width} mm`)
    for (const kind of slipKinds) {
      const facts = { ...someSlips[kind], language, trial: true, ...kind === 'test' && { profile: profile.name }, ...kind === 'return' && { priority: true } }
      const { png, bytes } = pressSheet(documentOf(facts, slipWords(language, own)), profile, 1)
      const name = `slip-${kind}-${width}${language === 'vi' ? '' : `-${language}`}.png`
      await writeFile(join(into, name), png)
      console.log(`${name}: ${bytes.length} bytes for the printer`)
    }
  }
}
