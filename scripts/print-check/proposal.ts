import { isBlocking, profileNamed, profileNames, stateOf, type PrinterProfile, type Survey } from '../../printer/index.ts'

const widestNarrowMm = 60

/**
 * The profile to go on with: the one wished for, unless the printer says less than that one waits for after every slip.
 * What it calls itself plays no part.
 */
export function proposedProfile (wished: PrinterProfile, survey: Survey): string {
  if (survey.status === 'no') return `generic-${widthOf(wished)}-mute`
  const wasHeardOut = !isBlocking(stateOf(survey.condition))
  const isSilentAfterJobs = survey.fence === 'no' && survey.processId !== 'yes'
  return wasHeardOut && isSilentAfterJobs ? quietProfile(wished) : wished.name
}

/** Asks nothing behind a job: for printers that would not answer, or would print the question. */
export function quietProfile (profile: PrinterProfile): string {
  return `generic-${widthOf(profile)}-status`
}

/** The profile made for what a printer claims to be: to be tried by whoever reads the same on its label. */
export function claimedProfile (claims: readonly string[]): string | undefined {
  const series = /[A-Z]+-?[A-Z]*\d+/.exec(claims.at(-1)?.toUpperCase() ?? '')?.[0]
  return series && profileNames.find(name => profileNamed(name)?.label.toUpperCase().includes(series))
}

function widthOf ({ paper }: PrinterProfile): '58' | '80' {
  return paper.widthDots / paper.dpi * 25.4 < widestNarrowMm ? '58' : '80'
}
