/** What is known of the database beside whether it takes a write now. For /health. */
export interface Soundness {
  /** `ok`, `checking` after an unclean stop, or what is wrong with it. */
  readonly database: () => string
  /** What else the keeper of the machine should know: `recovery`, `backup`. Nothing that stops the queue. */
  readonly notes: () => Readonly<Record<string, string>>
}
