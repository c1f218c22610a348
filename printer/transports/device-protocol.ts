/** A character device a printer hangs on. */
export interface Device {
  readonly path: string
  /** For a serial line: how it is set. */
  readonly serial?: { readonly baud: number, readonly flow: SerialFlow }
}

/** Who holds whom back on a serial line: wires, XON/XOFF, or nobody. */
export type SerialFlow = 'rtscts' | 'xonxoff' | 'none'
export const serialFlows: readonly SerialFlow[] = ['rtscts', 'xonxoff', 'none']
export const serialBauds: readonly number[] = [9600, 19200, 38400, 57600, 115200]

/** What the server says to the process that holds a device. */
export type ToDevice =
  | { readonly type: 'open', readonly device: Device }
  | { readonly type: 'write', readonly bytes: Uint8Array }
  | { readonly type: 'end' }

/** What that process says: each `write` is answered by one `written`, after the device took all of it; `end` by `ended`. */
export type FromDevice =
  | { readonly type: 'opened' }
  | { readonly type: 'written' }
  | { readonly type: 'ended' }
  | { readonly type: 'said', readonly bytes: Uint8Array }
  | { readonly type: 'failed', readonly detail: string }
