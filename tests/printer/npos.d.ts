/** An ESC/POS reader written by others; it ships no types. Only what the judge uses. */
declare module 'npos' {
  interface Node { readonly ascii: string, readonly fn?: string, readonly offset: number, readonly length: number }
  interface Picture { readonly width: number, readonly height: number, getPixel (x: number, y: number): number }
  const npos: {
    parser (): { parse (bytes: Buffer): Promise<{ readonly tree: readonly Node[], readonly error?: unknown }> }
    codecs: { raster: { decode (bytes: Buffer, nodes: { offset: number }[]): Picture } }
  }
  export default npos
}
