/** What this browser keeps by itself; a browser that keeps nothing loses nothing but comfort. */
export function keptHere (name: string): unknown {
  try {
    const kept = localStorage.getItem(`moiso.${name}`)
    return kept === null ? undefined : JSON.parse(kept) as unknown
  } catch {
    return undefined
  }
}

export function keepHere (name: string, value: unknown): void {
  try {
    localStorage.setItem(`moiso.${name}`, JSON.stringify(value))
  } catch { /* full, or forbidden */ }
}
