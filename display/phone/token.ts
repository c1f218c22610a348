const shape = /\/t\/([A-Za-z0-9_-]{16,64})\/?$/

/** The token of a slip's address. None in one that was cut short or mistyped: no server needs to be asked about that. */
export function tokenOf (path: string): string | undefined {
  return shape.exec(path)?.[1]
}
