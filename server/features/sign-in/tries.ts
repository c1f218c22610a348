import { failureLimit } from '../../http/failures.ts'

/** Who tries to be whom, and from where; `proof`: the account has signed in from this browser before. */
export interface Try { readonly account: string, readonly address: string, readonly proof?: string | undefined }

/** Wrong passwords and PINs together, in 15 minutes. */
const windowSeconds = 15 * 60
/** For one account, wherever they come from: a guesser with many addresses gets no more of them. */
const perAccount = 10
/** From one address, over all accounts: a guesser with many names gets no more than three forgetful people. */
const perAddress = 30

/**
 * Browsers that an account signed in from before share ten tries of their own: a guesser elsewhere locks nobody out. Ten for
 * each would be ten more for every cookie that a shared PC has ever held.
 */
export function signInTries (): { readonly take: (by: Try) => Promise<number | undefined>, readonly giveBack: (by: Try) => Promise<void> } {
  const accounts = failureLimit({ tries: perAccount, windowSeconds })
  const addresses = failureLimit({ tries: perAddress, windowSeconds })
  const keyOf = ({ account, proof }: Try) => proof === undefined ? account : `${account}@known`

  return {
    take: async by => {
      const wait = await accounts.take(keyOf(by))
      if (wait !== undefined || by.proof !== undefined) return wait
      const away = await addresses.take(by.address)
      // Nobody tried that account: it was not even looked at.
      if (away !== undefined) await accounts.giveBack(keyOf(by))
      return away
    },
    giveBack: async by => {
      await accounts.giveBack(keyOf(by))
      if (by.proof === undefined) await addresses.giveBack(by.address)
    }
  }
}
