/** What a trainer may turn on a printer made of software. */
export interface TrayKnobs {
  readonly power: 'on' | 'off'
  readonly paper: 'ok' | 'low' | 'out'
  readonly cover: 'closed' | 'open'
  readonly cutter: 'ok' | 'jammed' | 'freed'
  readonly feedHeld: boolean
  readonly rowsPerSecond: number
  readonly bytesPerSecond: number
  readonly network: 'ok' | 'silent'
  readonly processId: 'answered' | 'ignored' | 'printed'
}

/** What came out of a printer made of software, and how it is made to misbehave. Absent where the printer is a real one. */
export interface PaperTray {
  /** Oldest first. */
  readonly sheets: () => readonly { readonly id: number, readonly at: Date, readonly widthDots: number, readonly heightDots: number, readonly complete: boolean }[]
  readonly png: (id: number) => Uint8Array | undefined
  readonly knobs: () => TrayKnobs
  readonly set: (change: Partial<TrayKnobs>) => void
  readonly state: () => { readonly isOnline: boolean, readonly fault: 'none' | 'cutter', readonly waitingBytes: number, readonly hangingRows: number, readonly widthDots: number }
  /** The sheet that is coming out, as far as it is printed. */
  readonly hangingPng: () => Uint8Array | undefined
}
