/** Where this office can be reached from a citizen's phone. */
export interface Address {
  /** The full URL of a path of the office. */
  readonly url: (office: string, path: string) => string
  /** What a slip may say of a path: nothing where nobody could reach it, for a page nobody can reach is not promised on paper. */
  readonly onPaper: (office: string, path: string, trial: boolean) => SlipLink
}

/** Where the QR of a slip leads, and the guest network that it is reached through, where that is the way. */
export interface SlipLink {
  readonly url?: string
  readonly wifi?: string
}
