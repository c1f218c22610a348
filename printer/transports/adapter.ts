/**
 * The adapter contract of the escpos packages, as every transport here keeps it, with what the packages leave open settled:
 * `open` calls back once; every later fault is told by `onEnd`.
 */
export interface PrinterAdapter {
  /** Calls back once, with an error when nothing could be sent to. */
  open (callback: (error?: Error | null) => void): unknown
  /** Calls back when the bytes were handed over: never proof that they were printed. */
  write (bytes: Uint8Array, callback: (error?: Error | null) => void): unknown
  /** Everything the printer says, from the moment of opening. */
  read (callback: (bytes: Uint8Array) => void): unknown
  /** Says goodbye (no bytes are thrown away) and calls back when the other side has closed too, or after a short grace. */
  close (callback?: (error?: Error | null) => void): unknown
  /** Called once when the connection is over: with an error when it broke, without when the other side closed it. */
  onEnd (callback: (error?: Error) => void): void
}

export interface AdapterTimes {
  readonly connectMs: number
  /** How long the printer may take to close its side after ours. */
  readonly closeMs: number
}

export const adapterTimes: AdapterTimes = { connectMs: 3000, closeMs: 2000 }
