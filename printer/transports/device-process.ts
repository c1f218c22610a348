import { spawn } from 'node:child_process'
import { close, constants, fstat, open, read, write } from 'node:fs'
import { promisify } from 'node:util'
import { type Device, type FromDevice, type SerialFlow, type ToDevice } from './device-protocol.ts'

/**
 * A process of its own for one device, since a stalled one holds a thread for as long as it likes. It opens, writes, reads
 * and knows nothing of printing; the server ends it.
 */
const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants
const mostReadBytes = 256
const flowSettings: Readonly<Record<SerialFlow, readonly string[]>> = { rtscts: ['crtscts', '-ixon'], xonxoff: ['-crtscts', 'ixon'], none: ['-crtscts', '-ixon'] }

const opening = promisify(open)
const closing = promisify(close)
const looking = promisify(fstat)
const reading = promisify(read)
const writing = promisify(write)

let device: Device | undefined
let file: number | undefined
let work: Promise<unknown> = Promise.resolve()

process.on('message', (message: ToDevice) => { work = work.then(() => obey(message)).catch(fail) })
// Sent to the whole group by Ctrl+C, or by whoever stops the service: the server still waits for the slip under way, and ends this process then.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
// The server is gone. A plain exit would wait for a thread that is stuck in the device.
process.on('disconnect', () => { process.kill(process.pid, 'SIGKILL') })

async function obey (message: ToDevice): Promise<void> {
  switch (message.type) {
    case 'open': {
      device = message.device
      file = await opened(device)
      say({ type: 'opened' })
      // Only a device answers; a pipe put in its place would give back what was written to it.
      if ((await looking(file)).isCharacterDevice()) void listen(file)
      return
    }
    case 'write': {
      if (file === undefined) return
      await writeAll(file, message.bytes)
      say({ type: 'written' })
      return
    }
    case 'end': {
      // Setting a line again waits until what was written has left this machine.
      if (device?.serial) await setSerial(device.path, device.serial)
      say({ type: 'ended' })
    }
  }
}

async function opened ({ path, serial }: Device): Promise<number> {
  if (serial) await setSerial(path, serial)
  return opening(path, O_RDWR | O_NOCTTY)
}

/** Set before it is really opened, or that would wait for a carrier which printers do not give. */
async function setSerial (path: string, { baud, flow }: NonNullable<Device['serial']>): Promise<void> {
  const line = await opening(path, O_RDWR | O_NOCTTY | O_NONBLOCK)
  try {
    await stty(line, [String(baud), 'raw', '-echo', 'clocal', 'cread', 'cs8', '-parenb', '-cstopb', '-hupcl', ...flowSettings[flow]])
  } finally {
    await closing(line)
  }
}

function stty (line: number, settings: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const setter = spawn('stty', settings, { stdio: [line, 'ignore', 'pipe'] })
    let words = ''
    setter.stderr?.on('data', text => { words += String(text) })
    setter.on('error', reject)
    setter.on('close', code => { if (code === 0) resolve(); else reject(new Error(words.trim() || `stty ended with ${code}`)) })
  })
}

async function writeAll (to: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await writing(to, bytes, at, bytes.length - at)).bytesWritten
}

/** Until the device cannot be read: some only take. What is wrong with it shows when it is written to. */
async function listen (from: number): Promise<void> {
  const buffer = new Uint8Array(mostReadBytes)
  try {
    for (;;) {
      const { bytesRead } = await reading(from, buffer, 0, buffer.length, null)
      if (bytesRead === 0) return
      say({ type: 'said', bytes: buffer.slice(0, bytesRead) })
    }
  } catch {
    // a printer on a one-way cable
  }
}

function fail (error: unknown): void {
  say({ type: 'failed', detail: error instanceof Error ? error.message : String(error) })
}

function say (message: FromDevice): void {
  process.send?.(message, () => {}) // when nobody listens any more, `disconnect` follows
}
