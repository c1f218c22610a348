// npm run print-check -- ADDRESS [--width 58|80] [--profile NAME] [--no-print]: asks a printer what it can say, prints the test page.
import { checkPrinter } from './print-check/check.ts'
import { wordsFor, type Sentence } from './print-check/sentences.ts'
import { readWishes } from './print-check/wishes.ts'
import { tell } from './telling.ts'

const say = (sentence: Sentence) => { console.log(`• ${wordsFor(sentence, 'vi')}\n  ${wordsFor(sentence, 'en')}`) }

await tell(async () => {
  const isGood = await checkPrinter(readWishes(process.argv.slice(2)), { say, show: line => { console.log(`\n  ${line}\n`) }, now: new Date() })
  if (!isGood) process.exitCode = 1
})
