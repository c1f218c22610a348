/** Where this office can be reached from a citizen's phone. */
export interface Address {
  /** The full URL of a path of the office. */
  readonly url: (office: string, path: string) => string
  /** Whether a slip may carry a QR: a page nobody can reach is not promised on paper. */
  readonly onPaper: (trial: boolean) => boolean
}
