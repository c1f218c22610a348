import { createVirtualPrinter, type Knobs, type VirtualPrinter } from '../../printer/virtual/printer.ts'

/** A printer made of software on a port of its own. */
export interface BenchPrinter {
  readonly url: string
  readonly virtual: VirtualPrinter
  /** Sheets that came out finished. */
  readonly papers: () => number
  /** Breaks every connection; it can be reached again at once. */
  readonly cut: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function aBenchPrinter (knobs: Partial<Knobs> = {}): Promise<BenchPrinter> {
  const virtual = createVirtualPrinter({ knobs, keep: 1 })
  let papers = 0
  virtual.onSheet(({ complete }) => { if (complete) papers++ })
  let socket = await virtual.listen(0)
  const { port } = socket
  return {
    url: `tcp://127.0.0.1:${port}`, virtual,
    papers: () => papers,
    cut: async () => {
      await socket.close()
      socket = await virtual.listen(port)
    },
    close: () => socket.close()
  }
}
