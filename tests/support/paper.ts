import { execFile } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import type { Judged } from '../printer/judge.ts'

/** A network printer that keeps what it gets and confirms each job it has received whole (`GS ( H`). */
export async function aConfirmingPrinter (): Promise<{ readonly url: string, readonly received: () => Buffer, readonly close: () => Promise<void> }> {
  const chunks: Buffer[] = []
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy())
    socket.on('data', chunk => {
      chunks.push(chunk)
      const all = Buffer.concat(chunks)
      const asked = all.lastIndexOf(Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30]))
      if (asked >= 0 && all.length === asked + 11) socket.write(Buffer.concat([Buffer.from([0x37, 0x22]), all.subarray(asked + 7, asked + 11), Buffer.from([0x00])]))
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => Buffer.concat(chunks),
    close: () => new Promise(resolve => { server.close(() => resolve()) })
  }
}

/** The big number on a slip, read by tesseract from the dots in the band of rows where it stands. */
export async function readNumber ({ width, height, dots }: Judged): Promise<string> {
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
