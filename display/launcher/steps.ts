import type { TrialScreen } from '../../common/contract/access.ts'

/** The order of a first try. A step without a screen happens on the one before. */
export const steps = [
  { step: 1, screen: 'board' },
  { step: 2, screen: 'kiosk' },
  { step: 3, screen: 'console' },
  { step: 4, screen: undefined },
  { step: 5, screen: 'rating' }
] as const satisfies readonly { readonly step: number, readonly screen: TrialScreen['screen'] | undefined }[]

/** Screens that belong to one counter are opened for it. */
export function wishFor (screen: TrialScreen['screen'], counter: number): TrialScreen {
  return screen === 'console' || screen === 'rating' ? { screen, counter } : { screen }
}

/** Where a paired screen lives. */
export function pathOf ({ kind, counter }: { readonly kind: string, readonly counter?: number }): string {
  return counter === undefined ? `/${kind}` : `/${kind}/${counter}`
}
