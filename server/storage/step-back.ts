import { setPriority } from 'node:os'

/** Behind the server in everything, but not so far that a busy machine never comes to it. */
const niceness = 10

/** Lets this process work only when others leave time. */
export function stepBack (): void {
  try {
    setPriority(niceness)
  } catch {
    // Where the system has no such thing the work is done all the same.
  }
}
