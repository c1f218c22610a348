import type { StaffName } from '../contract/access.ts'
import { keepHere, keptHere } from './kept-here.ts'
import { plain } from './plain.ts'

/** Someone who may sign in, as a shared computer shows it. */
export type StaffNamed = Pick<StaffName, 'username' | 'name' | 'title' | 'hasPin'>

const kept = 'names'
const mostKept = 8

/** Who signed in here before, the last one first: usernames and nothing else. */
function usedHere (): readonly string[] {
  const names = keptHere(kept)
  return Array.isArray(names) ? names.filter(name => typeof name === 'string') : []
}

export function rememberUse (username: string): void {
  keepHere(kept, [username, ...usedHere().filter(other => other !== username)].slice(0, mostKept))
}

/** Whoever used this computer last stands first; the others as the office lists them. */
export function lastUsedFirst (names: readonly StaffNamed[], used: readonly string[] = usedHere()): readonly StaffNamed[] {
  const place = ({ username }: StaffNamed) => used.includes(username) ? used.indexOf(username) : used.length
  return [...names].sort((a, b) => place(a) - place(b))
}

/** Everyone with each typed word at the beginning of one of theirs. */
export function namesLike (names: readonly StaffNamed[], typed: string): readonly StaffNamed[] {
  const parts = plain(typed).split(' ')
  return names.filter(({ username, name, title }) => {
    const words = plain(`${username} ${name} ${title}`).split(' ')
    return parts.every(part => words.some(word => word.startsWith(part)))
  })
}
