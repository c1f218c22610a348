import { fork, type ChildProcess } from 'node:child_process'
import Adapter from 'escpos-adapter'
import { adapterTimes, type AdapterTimes, type PrinterAdapter } from './adapter.ts'
import { type Device, type FromDevice, type ToDevice } from './device-protocol.ts'

type Callback = (error?: Error | null) => void

/**
 * A device file (`/dev/usb/lp0`, a serial line) held by a process of its own. Written there directly, a stalled printer
 * would hold one of the few threads that also serve the database and every file (PRINTING §1.2).
 */
export class DeviceAdapter extends Adapter implements PrinterAdapter {
  private readonly device: Device
  private readonly times: AdapterTimes
  private child: ChildProcess | undefined
  private onOpened: Callback | undefined
  private writes: Callback[] = []
  private fault: Error | undefined
  private isClosing = false
  private readonly ended: Promise<Error | undefined>
  private end: (fault: Error | undefined) => void = () => {}

  constructor (device: Device, times: AdapterTimes = adapterTimes) {
    super()
    this.device = device
    this.times = times
    this.ended = new Promise(resolve => { this.end = resolve })
  }

  override open (callback: Callback): void {
    const child = fork(new URL('./device-process.ts', import.meta.url), { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    this.child = child
    const timer = setTimeout(() => { this.failed('open time-out') }, this.times.connectMs)
    this.onOpened = error => {
      clearTimeout(timer)
      this.onOpened = undefined
      callback(error)
    }
    child.on('message', message => { this.hear(message as FromDevice) })
    child.on('error', error => { this.failed(error.message) })
    child.on('exit', () => { this.over() })
    this.say({ type: 'open', device: this.device })
  }

  override write (bytes: Uint8Array, callback: Callback): void {
    if (!this.child || this.fault || this.isClosing) { callback(this.fault ?? new Error('not open')); return }
    this.writes.push(callback)
    this.say({ type: 'write', bytes })
  }

  override read (callback: (bytes: Uint8Array) => void): void {
    this.on('said', callback)
  }

  onEnd (callback: (error?: Error) => void): void {
    void this.ended.then(callback)
  }

  /** Waits a little for what is being written; then the process is ended, whatever it is stuck in. */
  override close (callback?: Callback): void {
    void this.ended.then(() => { callback?.() })
    if (!this.child) { this.over(); return }
    this.isClosing = true
    if (this.child.connected) this.say({ type: 'end' })
    setTimeout(() => { this.kill() }, this.times.closeMs).unref()
  }

  private hear (message: FromDevice): void {
    switch (message.type) {
      case 'opened': this.onOpened?.(); break
      case 'said': this.emit('said', message.bytes); break
      case 'failed': this.failed(message.detail); break
      case 'written': this.writes.shift()?.(); break
      case 'ended': this.kill(); break
    }
  }

  private say (message: ToDevice): void {
    // A machine out of open files makes a process that has no channel, not even the method.
    if (!this.child?.connected) { this.failed('the process that holds the device is not there'); return }
    this.child.send(message, error => { if (error) this.failed(error.message) })
  }

  private failed (detail: string): void {
    this.fault ??= new Error(detail)
    this.kill()
  }

  /** A process stuck inside a driver dies only when that lets go: it is not waited for. */
  private kill (): void {
    this.child?.kill('SIGKILL')
    this.child?.unref()
    this.child?.channel?.unref()
    this.over()
  }

  private over (): void {
    if (!this.isClosing) this.fault ??= new Error('the process that holds the device ended')
    this.onOpened?.(this.fault ?? new Error('closed while opening'))
    for (const callback of this.writes.splice(0)) callback(this.fault ?? new Error('closed'))
    this.end(this.fault)
  }
}
