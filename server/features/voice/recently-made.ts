/** Makes a thing once and keeps the last `most`; what fails to be made is made anew. */
export function recentlyMade<Thing> (most: number): (key: string, make: () => Promise<Thing>) => Promise<Thing> {
  const made = new Map<string, Promise<Thing>>()
  return (key, make) => {
    const thing = made.get(key) ?? make()
    // Put at the end again: what was asked for longest ago stands first.
    made.delete(key)
    made.set(key, thing)
    thing.catch(() => made.delete(key))
    const [oldest] = made.keys()
    if (made.size > most && oldest !== undefined) made.delete(oldest)
    return thing
  }
}
