import { DossierCode, type FinishRequest } from '../../common/contract/counter.ts'
import { fits } from '../../common/ui/fits.ts'

/** What was chosen and typed about the number at the counter, and not yet sent. */
export interface FinishDraft { readonly ticket: string, readonly outcome?: string, readonly code: string }

export function freshFinish (ticket: string, suggested?: string): FinishDraft {
  return { ticket, code: '', ...suggested !== undefined && { outcome: suggested } }
}

/** What to tell the office of it; undefined where the code is none. */
export function finishOf ({ outcome, code }: Pick<FinishDraft, 'outcome' | 'code'>): FinishRequest | undefined {
  const dossierCode = code.trim()
  if (!isCode(code)) return undefined
  return { ...outcome !== undefined && { outcome }, ...dossierCode !== '' && { dossierCode } }
}

/** Empty, or one that the office would take. */
export const isCode = (code: string): boolean => code.trim() === '' || fits(DossierCode, code.trim())
