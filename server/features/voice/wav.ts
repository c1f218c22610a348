/** Sound as the office keeps it: one channel, 16 bits. */
export interface Sound { readonly rate: number, readonly samples: Int16Array }

/** Samples a second of every announcement, and of every clip that comes with the product. */
export const rate = 22_050

const format = { pcm: 1, muLaw: 7, extensible: 0xFFFE } as const
const headerBytes = 44

/** Reads a WAV file of 16-bit PCM (one or two channels) or 8-bit µ-law. Throws an Error that says what is wrong with it. */
export function readWav (file: Uint8Array): Sound {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < headerBytes || word(view, 0) !== 'RIFF' || word(view, 8) !== 'WAVE') throw new Error('not a WAV file')
  const chunks = chunksOf(view)
  const shape = chunks.get('fmt ')
  const data = chunks.get('data')
  if (!shape || !data || shape.byteLength < 16) throw new Error('a WAV file without format or data')
  const [kind, channels, perSecond, bits] = [shape.getUint16(0, true), shape.getUint16(2, true), shape.getUint32(4, true), shape.getUint16(14, true)]
  if (perSecond < 4000 || perSecond > 192_000) throw new Error(`${perSecond} samples a second cannot be used`)
  if (channels !== 1 && channels !== 2) throw new Error(`${channels} channels cannot be used`)
  if (kind === format.muLaw && bits === 8) return { rate: perSecond, samples: oneChannel(fromMuLaw(data), channels) }
  if ((kind === format.pcm || kind === format.extensible) && bits === 16) return { rate: perSecond, samples: oneChannel(fromPcm(data), channels) }
  throw new Error(`WAV of kind ${kind} with ${bits} bits cannot be used: 16-bit PCM is needed`)
}

/** A WAV file of 16-bit PCM, which every browser plays. */
export function writeWav ({ rate, samples }: Sound): Uint8Array<ArrayBuffer> {
  const file = withHeader(format.pcm, rate, 2, samples.length)
  new Int16Array(file.buffer, headerBytes).set(samples)
  return file
}

/** Half the size: 8-bit µ-law, as clips lie on disk. */
export function writeMuLawWav ({ rate, samples }: Sound): Uint8Array<ArrayBuffer> {
  const file = withHeader(format.muLaw, rate, 1, samples.length)
  samples.forEach((sample, index) => { file[headerBytes + index] = toMuLaw(sample) })
  return file
}

/** Brings a recording to another rate: an average where samples are dropped, a straight line where they are added. */
export function atRate ({ rate: from, samples }: Sound, to: number): Int16Array {
  if (from === to) return samples
  const ratio = from / to
  return Int16Array.from({ length: Math.round(samples.length / ratio) }, (_, index) => {
    const start = index * ratio
    return ratio > 1 ? mean(samples.subarray(Math.floor(start), Math.floor(start + ratio))) : between(samples, start)
  })
}

const mean = (samples: Int16Array) => samples.reduce((sum, sample) => sum + sample, 0) / Math.max(1, samples.length)

function between (samples: Int16Array, place: number): number {
  const before = Math.floor(place)
  const [a = 0, b = a] = samples.subarray(before, before + 2)
  return a + (b - a) * (place - before)
}

function chunksOf (view: DataView): ReadonlyMap<string, DataView> {
  const chunks = new Map<string, DataView>()
  for (let at = 12; at + 8 <= view.byteLength;) {
    // Some programs write a length that is not there when they pipe: what is left is taken.
    const length = Math.min(view.getUint32(at + 4, true), view.byteLength - at - 8)
    chunks.set(word(view, at), new DataView(view.buffer, view.byteOffset + at + 8, length))
    at += 8 + length + length % 2
  }
  return chunks
}

function word (view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

function fromPcm (data: DataView): Int16Array {
  return Int16Array.from({ length: data.byteLength >> 1 }, (_, index) => data.getInt16(2 * index, true))
}

function fromMuLaw (data: DataView): Int16Array {
  return Int16Array.from({ length: data.byteLength }, (_, index) => muLaw[data.getUint8(index)] as number)
}

function oneChannel (samples: Int16Array, channels: 1 | 2): Int16Array {
  if (channels === 1) return samples
  return Int16Array.from({ length: samples.length >> 1 }, (_, index) => ((samples[2 * index] ?? 0) + (samples[2 * index + 1] ?? 0)) >> 1)
}

/** ITU-T G.711: what each of the 256 codes stands for. */
const muLaw = Int16Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xFF
  const size = (((bits & 0x0F) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84
  return bits & 0x80 ? -size : size
})

function toMuLaw (sample: number): number {
  const size = Math.min(Math.abs(sample), 32_635) + 0x84
  const exponent = 24 - Math.clz32(size)
  return ~((sample < 0 ? 0x80 : 0) | exponent << 4 | size >> exponent + 3 & 0x0F) & 0xFF
}

function withHeader (kind: number, rate: number, bytesPerSample: number, count: number): Uint8Array<ArrayBuffer> {
  const bytes = count * bytesPerSample
  // A chunk of odd length is padded.
  const file = new Uint8Array(headerBytes + bytes + bytes % 2)
  const view = new DataView(file.buffer)
  const put = (at: number, text: string) => { for (const [index, letter] of [...text].entries()) view.setUint8(at + index, letter.charCodeAt(0)) }
  put(0, 'RIFF')
  view.setUint32(4, file.byteLength - 8, true)
  put(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, kind, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * bytesPerSample, true)
  view.setUint16(32, bytesPerSample, true)
  view.setUint16(34, 8 * bytesPerSample, true)
  put(36, 'data')
  view.setUint32(40, bytes, true)
  return file
}
