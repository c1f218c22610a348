import { createPress, documentOf, isBlocking, openPrinter, parsePrinterUrl, slipWords, stateOf, surveyPrinter, type Outcome, type Printer, type PrinterOptions, type PrinterProfile, type SlipFacts, type Survey } from '../../printer/index.ts'
import { isoAt } from '../../server/domain/time.ts'
import { claimedProfile, proposedProfile, quietProfile } from './proposal.ts'
import { adviceAt, adviceOn, isTask, sentenceOf, type Sentence } from './sentences.ts'
import { withProfile, type Wishes } from './wishes.ts'

export interface CheckParts {
  readonly say: (sentence: Sentence) => void
  /** Writes a line as it is to be copied. */
  readonly show: (line: string) => void
  readonly now: Date
  readonly printer?: PrinterOptions
}

/** Many printers need a moment before they take the next connection. Nothing was sent, so another try cannot print twice. */
const mostTries = 3
/** The last number is the survey's. */
const pageNumbers = 9998
const timeZone = 'Asia/Ho_Chi_Minh'

/**
 * Asks a printer what it can say, prints the test page with the profile that fits it, and says what was found.
 * @returns whether it printed as far as it can tell or, when nothing was to be printed, is ready to
 */
export async function checkPrinter ({ url, prints }: Wishes, { say: sayAll, ...others }: CheckParts): Promise<boolean> {
  const parts = { ...others, say: advisingOnce(sayAll) }
  const { say, show } = parts
  const { place, profile: wished } = parsePrinterUrl(url)
  say({ key: 'address', blanks: { url: addressOf(url), profile: wished.name, label: wished.label } })
  const survey = await surveyPrinter(url, parts.printer)
  if (place.type === 'file') tellFolder(survey, say)
  else if (survey) tellFindings(survey, wished, say)
  if (survey?.unreached !== undefined || survey?.hungUp) return false
  const profile = survey ? proposedProfile(wished, survey) : wished.name
  const setting = withProfile(url, profile)
  const { isGood, isReached } = prints ? await printPage(setting, parts) : { isGood: skipPage(survey, say), isReached: true }
  if (isReached) {
    say({ key: 'line' })
    show(`MOISO_PRINTER='${setting}'`)
  }
  return isGood
}

/** Of several things to do the first is said: whoever has done it runs the check again. */
function advisingOnce (say: CheckParts['say']): CheckParts['say'] {
  let hasAdvised = false
  return sentence => {
    if (isTask(sentence) && hasAdvised) return
    hasAdvised ||= isTask(sentence)
    say(sentence)
  }
}

function tellFolder (survey: Survey | undefined, say: CheckParts['say']): void {
  say({ key: 'folder' })
  if (survey?.unreached === undefined) return
  say({ key: 'unwritten', blanks: { why: survey.unreached } })
  say({ key: 'do.folder' })
}

function tellFindings (survey: Survey, wished: PrinterProfile, say: CheckParts['say']): void {
  if (survey.unreached !== undefined) {
    say({ key: 'unreached', blanks: { why: survey.unreached } })
    say(adviceOn(survey.unreached))
    return
  }
  say({ key: 'reached' })
  if (survey.hungUp) {
    say({ key: 'hungUp' })
    say({ key: 'do.hungUp' })
    return
  }
  const state = stateOf(survey.condition)
  say(survey.status === 'yes' ? { key: 'status.yes', state } : { key: `status.${survey.status}` })
  if (survey.status === 'no') say({ key: 'do.silent' })
  if (survey.status === 'yes' && !isBlocking(state)) tellAbilities(survey, wished, say)
}

function tellAbilities ({ pushes, claims, processId, fence }: Survey, wished: PrinterProfile, say: CheckParts['say']): void {
  say({ key: pushes === 'yes' ? 'pushes.yes' : 'pushes.no' })
  say(claims.length > 0 ? { key: 'claims', blanks: { name: claims.join(' ') } } : { key: 'claims.none' })
  const profile = claimedProfile(claims)
  if (profile && profile !== wished.name) say({ key: 'claims.profile', blanks: { profile } })
  say({ key: `processId.${processId}` })
  say({ key: `fence.${fence}` })
}

/** Nothing printed: a printer that says it is well is as good as can be told. */
function skipPage (survey: Survey | undefined, say: CheckParts['say']): boolean {
  say({ key: 'skipped' })
  if (!survey) return true
  const state = stateOf(survey.condition)
  const advice = adviceAt(state)
  if (survey.status !== 'unasked' && advice) say(advice)
  return survey.status === 'yes' && !isBlocking(state)
}

/** `isReached`: at least something could be sent. */
async function printPage (url: string, { say, now, printer: options }: CheckParts): Promise<{ isGood: boolean, isReached: boolean }> {
  say({ key: 'printing' })
  const printer = openPrinter('print-check', url, options)
  try {
    const outcome = await printOn(printer, now)
    const { sentence, isGood } = sentenceOf(outcome)
    say(sentence)
    for (const advice of adviceAfter(outcome, printer)) say(advice)
    return { isGood, isReached: outcome.state !== 'unsent' }
  } finally {
    await printer.stop()
  }
}

async function printOn (printer: Printer, now: Date): Promise<Outcome> {
  const press = createPress()
  try {
    const processNumber = Math.floor(now.getTime() / 1000) % pageNumbers + 1
    const sheet = await press.print(documentOf(pageFor(printer, now), slipWords('vi')), printer.profile, processNumber)
    const slip = { ...sheet, job: 'print-check', serviceDate: isoAt(now.getTime(), timeZone).slice(0, 10), number: 'test', processNumber }
    let outcome = await printer.print(slip)
    for (let tries = 1; outcome.state === 'unsent' && outcome.fault !== 'not-written' && tries < mostTries; tries++) outcome = await printer.print(slip)
    return outcome
  } finally {
    await press.stop()
  }
}

function pageFor ({ url, profile }: Printer, now: Date): SlipFacts {
  return { kind: 'test', language: 'vi', office: { name: 'Mời Số' }, trial: false, printer: addressOf(url), profile: profile.name, printedAt: isoAt(now.getTime(), timeZone) }
}

/** What is wrong comes before what to look at; there is nothing to look at when nothing was sent. */
function adviceAfter (outcome: Outcome, { condition, profile }: Pick<Printer, 'condition' | 'profile'>): readonly Sentence[] {
  switch (outcome.state) {
    case 'blocked': return sentences(adviceAt(outcome.fault))
    case 'unsent': return [outcome.fault === 'not-written' ? { key: 'do.folder' } : adviceOn(outcome.detail ?? '')]
    case 'unknown': return sentences(adviceAt(stateOf(condition())) ?? { key: 'do.silent' })
    case 'unconfirmed': return sentences(outcome.confirmedBy === 'sent' ? undefined : adviceAt(stateOf(condition())), look(profile))
    case 'printed': return sentences(outcome.confirmedBy === 'file' ? undefined : adviceAt(stateOf(condition())), look(profile))
  }
}

function look (profile: PrinterProfile): Sentence {
  return { key: 'do.look', blanks: { profile: quietProfile(profile) } }
}

function sentences (...said: readonly (Sentence | undefined)[]): readonly Sentence[] {
  return said.filter(sentence => sentence !== undefined)
}

/** Where it is, without how it is to be treated. */
function addressOf (url: string): string {
  return url.split('?')[0] ?? url
}
