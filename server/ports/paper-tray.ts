/** What came out of a printer made of software. Absent where the printer is a real one. */
export interface PaperTray {
  /** Oldest first. */
  readonly sheets: () => readonly { readonly id: number, readonly at: Date, readonly widthDots: number, readonly heightDots: number }[]
  readonly png: (id: number) => Uint8Array | undefined
}
