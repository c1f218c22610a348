const shape = /^#([A-Za-z0-9_-]{16,64})$/

/**
 * The token of a booking stands behind the # of its address: browsers keep that part to themselves,
 * so it is in no log and in no referrer. None in an address that was cut short.
 */
export function tokenIn (hash: string): string | undefined {
  return shape.exec(hash)?.[1]
}
