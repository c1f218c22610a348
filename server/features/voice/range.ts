/**
 * The one range of bytes, both ends included, that a `Range` header asks of a file of `length` bytes. Undefined for
 * none, for several, and for one that cannot be given: then the whole file is the right answer (RFC 9110, 14.2).
 */
export function rangeOf (header: string | undefined, length: number): { readonly from: number, readonly to: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from <= to ? { from, to } : undefined
}
