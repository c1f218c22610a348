import { execFile } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import type { Dots } from '../printer/judge.ts'

/** A network printer that is always well, keeps the jobs it gets and confirms each (`GS ( H`) once it has come to its end. */
export async function aConfirmingPrinter (): Promise<{ readonly url: string, readonly received: () => Buffer, readonly close: () => Promise<void> }> {
  let received = Buffer.alloc(0)
  let confirmed = 0
  const server = createServer(socket => {
    let unread = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', chunk => {
      unread = Buffer.concat([unread, chunk])
      for (let asked = unread.indexOf(howAreYou); asked >= 0 && asked + 3 <= unread.length; asked = unread.indexOf(howAreYou)) {
        unread = Buffer.concat([unread.subarray(0, asked), unread.subarray(asked + 3)])
        socket.write(Uint8Array.of(well))
      }
      received = Buffer.concat([received, unread])
      unread = Buffer.alloc(0)
      const asked = received.lastIndexOf(isItPrinted)
      if (asked < confirmed || received.length < asked + 11) return
      confirmed = asked + 11
      socket.write(Buffer.concat([Buffer.from([0x37, 0x22]), received.subarray(asked + 7, asked + 11), Buffer.from([0x00])]))
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    close: () => new Promise(resolve => { server.close(() => resolve()) })
  }
}

/** DLE EOT, before the number of the question: no picture of ours contains it. */
const howAreYou = Buffer.from([0x10, 0x04])
const well = 0x12
const isItPrinted = Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30])

/** The big number on a slip, read by tesseract from the dots in the band of rows where it stands. */
export async function readNumber ({ width, height, dots }: Dots): Promise<string> {
  const [top, bottom] = tallestBand(width, height, dots)
  const margin = 40
  const png = new PNG({ width: width + 2 * margin, height: bottom - top + 2 * margin })
  png.data.fill(255)
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < width; x++) if (dots[y * width + x] === '1') png.data.fill(0, 4 * ((y - top + margin) * png.width + x + margin), 4 * ((y - top + margin) * png.width + x + margin) + 3)
  }
  const run = promisify(execFile)('tesseract', ['stdin', 'stdout', '--psm', '7', '-c', 'tessedit_char_whitelist=0123456789'])
  run.child.stdin?.end(PNG.sync.write(png))
  return (await run).stdout.trim()
}

/** Rows of the tallest line of print between two blank lines: nothing on a slip is as tall as its number, bar the QR. */
function tallestBand (width: number, height: number, dots: string): [number, number] {
  const bands: [number, number][] = []
  let top = -1
  for (let y = 0; y <= height; y++) {
    const blank = y === height || !dots.slice(y * width, (y + 1) * width).includes('1')
    if (!blank && top < 0) top = y
    if (blank && top >= 0) {
      bands.push([top, y])
      top = -1
    }
  }
  const upperHalf = bands.filter(([from]) => from < height / 2)
  return upperHalf.sort((a, b) => (b[1] - b[0]) - (a[1] - a[0]))[0] ?? [0, height]
}
