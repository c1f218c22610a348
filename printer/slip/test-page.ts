import { capitalLetters, smallLetters } from '../fonts/letters.ts'
import { type SlipElement } from './document.ts'
import { type TestSlipFacts } from './facts.ts'
import { heading, line, momentBlanks, paragraph, ruled, title } from './parts.ts'
import { type Say } from './words.ts'

const gapMm = 10

/** Everything that can go wrong between a file and paper: width, feeding, dots, letters, sizes, code. */
export function testElements (facts: TestSlipFacts, say: Say): SlipElement[] {
  const { printer, profile, printedAt } = facts
  const code = `MOI SO ${profile}`
  const place = isNamed(printer) ? say(`test.printer.${printer}`) : printer
  return ruled([
    heading(facts, say),
    [...title(say('test.title')), ...line('detail', say('test.printer', { printer: place })), ...line('detail', say('test.profile', { profile })), ...line('detail', say('printed', momentBlanks(printedAt, say)))],
    [{ type: 'ruler' }, ...paragraph('notice', say('test.ruler')), { type: 'gap', mm: gapMm }, ...paragraph('notice', say('test.gap'))],
    [...line('thanks', say('test.letters')), ...paragraph('letters', smallLetters.join(' ')), ...paragraph('letters', capitalLetters.join(' ')), ...paragraph('letters', '0 1 2 3 4 5 6 7 8 9')],
    [{ type: 'number', label: say('number'), text: '0123', badges: [{ text: say('priority'), style: 'full' }, { text: say('reprint'), style: 'line' }] }, { type: 'sizes', text: say('test.size', { size: '{size}' }) }],
    [{ type: 'code', url: code, caption: say('test.code'), notes: [{ role: 'notice', text: say('test.codeReads', { text: code.replace('MOI SO', 'MOI\u00a0SO') }) }], instead: code }]
  ])
}

function isNamed (printer: string): printer is 'kiosk' | 'desk' {
  return printer === 'kiosk' || printer === 'desk'
}
