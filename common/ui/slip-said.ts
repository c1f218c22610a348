import type { PrinterShown } from '../contract/printer.ts'
import { printerTexts } from '../i18n/printers.ts'
import { slipToldTexts } from '../i18n/slip-told.ts'
import { speaker } from '../i18n/texts.ts'
import { language } from './language.ts'
import { cannotPrint } from './printers.ts'
import { isComing, type Slip } from './printing.ts'

/** What may honestly be said of a slip that was asked for; `refusal` where the office would not print it. */
export function slipSaid (slip: Slip, printers: readonly PrinterShown[], refusal: string): string {
  return slip.problem ? refusal : sentence(printingSaid(slip, printers))
}

function printingSaid ({ kind, ticket: { number }, state, printer: at }: Slip, printers: readonly PrinterShown[]): string {
  const say = speaker(slipToldTexts, language.current)
  const blanks = { slip: say(kind, { number }), where: say(at === 'desk' || at === 'kiosk' ? at : 'somewhere') }
  switch (state) {
    case undefined: return say('asking', blanks)
    case 'queued':
    case 'blocked':
    case 'printing': {
      const trouble = troubleAt(at, printers)
      if (trouble) return say('trouble', { ...blanks, trouble: speaker(printerTexts, language.current)(`printer.${trouble}`) })
      return say(state === 'blocked' ? 'blocked' : 'printing', blanks)
    }
    case 'printed':
    case 'unconfirmed':
    case 'unknown':
    case 'failed': return say(state, blanks)
  }
}

/** What keeps a printer from printing. */
function troubleAt (at: string | undefined, printers: readonly PrinterShown[]) {
  const state = printers.find(({ printer }) => printer === at)?.state
  return state && state !== 'ready' && cannotPrint(state) ? state : undefined
}

/** Somebody has to go and look. */
export function needsEyes (slip: Slip, printers: readonly PrinterShown[]): boolean {
  return slip.problem !== undefined || slip.state === 'blocked' || slip.state === 'unconfirmed' || slip.state === 'unknown' || slip.state === 'failed' || isComing(slip) && troubleAt(slip.printer, printers) !== undefined
}

function sentence (words: string): string { return `${words.charAt(0).toUpperCase()}${words.slice(1)}` }
