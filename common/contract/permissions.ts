import type { DeviceKind, Principal, Role } from './access.ts'

/**
 * The one table of who may do what. HTTP routes, live views and screens ask here and nowhere else;
 * `docs/permissions.md` is made from it. Where a deed and a person meet stands `x` (may), `_` (may not),
 * or the name of the condition under which they may.
 */
const x = true
const _ = false

/**
 * What must hold besides. `machine` and `trial` are known before the deed and asked for at the door ({@link Circumstances});
 * the others are known where the thing itself is read.
 */
export const conditions = ['token', 'own', 'fresh', 'counter', 'lease', 'colleague', 'party', 'pin', 'nearby', 'trial', 'machine'] as const
export type Condition = typeof conditions[number]
export type Cell = boolean | Condition
/** A program's key may do what its role may (`role`), or more: what every program may but the observer's (`program`). */
type KeyCell = Cell | 'role' | 'program'

const [token, own, fresh, counter, lease, colleague, party, pin, nearby, trial, machine] = conditions
const role = 'role'
const program = 'program'

/** Whoever acts, but for keys. `holder` is whoever has the token of a ticket, a booking or a rating: on a phone, mostly. */
export const persons = ['stranger', 'holder', 'kiosk', 'board', 'sign', 'rating', 'officer', 'guide', 'supervisor', 'observer', 'admin'] as const satisfies readonly (DeviceKind | Role | 'stranger' | 'holder')[]
export type Person = typeof persons[number]
export type Who = Person | `key:${Role}`
export const roles = ['officer', 'guide', 'supervisor', 'observer', 'admin'] as const satisfies readonly Role[]
export const everybody: readonly Who[] = [...persons, ...roles.map(of => `key:${of}` as const)]

/** A person more, and every row below wants a cell more. */
type CellOfEach<Persons extends readonly unknown[]> = { readonly [Place in keyof Persons]: Cell }
type Row = readonly [...CellOfEach<typeof persons>, KeyCell]
const everyone: Row = [x, x, x, x, x, x, x, x, x, x, x, x]
/** Whoever has the token has the right: there is nobody to ask who he is. */
const whoeverHoldsIt: Row = [token, x, token, token, token, token, token, token, token, token, token, token]

export const permissions = {
  // Open to everyone, and why.
  'open-page': everyone, // a page holds nothing until it asks
  'fetch-asset': everyone,
  'read-api': everyone, // how to ask is no secret
  'ask-health': everyone, // a watchdog signs in nowhere
  'hear-sound': everyone, // its address already says all that is heard
  'read-catalogue': everyone,
  'find-slot': everyone,
  'book': everyone,
  'sign-in': everyone,
  'sign-out': everyone,
  'see-names': [nearby, nearby, nearby, nearby, nearby, nearby, nearby, nearby, nearby, nearby, nearby, nearby], // who may sign in on a shared PC
  'pair': everyone, // by a code that the administrator reads out
  'open-trial-screen': everyone, // as long as the office tries things out: afterwards 409, signing in would not help
  'see-own': whoeverHoldsIt,
  'cancel-own': whoeverHoldsIt,
  'watch-ticket': whoeverHoldsIt,
  //                        stranger holder kiosk  board  sign     rating   officer    guide      supervisor observer admin    key
  'see-session':           [_,       _,     x,     x,     x,       x,       x,         x,         x,         x,       x,       x],
  // A citizen, never somebody who is signed in: the screen at the counter, or a phone.
  'rate':                  [token,   x,     _,     _,     _,       counter, _,         _,         _,         _,       _,       _],

  // Numbers.
  'take-ticket':           [_,       _,     x,     _,     _,       _,       _,         x,         _,         _,       x,       program],
  'check-in':              [_,       _,     x,     _,     _,       _,       _,         x,         _,         _,       x,       program],
  // Of people with the same PIN the first here counts.
  'overrule':              [_,       _,     _,     _,     _,       _,       _,         pin,       pin,       _,       pin,     _],
  'see-tickets':           [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       x,       role],
  // Whoever watches over the order does not change it: no supervisor brings back, calls off or prints again.
  'return-ticket':         [_,       _,     _,     _,     _,       _,       x,         x,         _,         _,       _,       role],
  'cancel-ticket':         [_,       _,     _,     _,     _,       _,       x,         x,         _,         _,       x,       role],
  'apologise':             [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       x,       role],
  'see-paper-numbers':     [_,       _,     _,     _,     _,       _,       _,         x,         x,         _,       x,       role],
  'note-paper-numbers':    [_,       _,     _,     _,     _,       _,       _,         x,         x,         _,       _,       role],

  // Counters.
  'hold-counter':          [_,       _,     _,     _,     _,       _,       x,         _,         _,         _,       _,       role],
  'work-counter':          [_,       _,     _,     _,     _,       _,       lease,     _,         _,         _,       _,       role],
  'raise-panic':           [_,       _,     _,     _,     _,       _,       lease,     _,         _,         _,       _,       role],
  'accept-panic':          [_,       _,     _,     _,     _,       _,       colleague, x,         x,         _,       _,       role],
  'end-panic':             [_,       _,     _,     _,     _,       _,       party,     party,     x,         _,       _,       role],

  // Paper.
  'reprint':               [_,       _,     fresh, _,     _,       _,       x,         x,         _,         _,       _,       role],
  'print-checklist':       [_,       _,     x,     _,     _,       _,       x,         x,         _,         _,       x,       program],
  'print-paper-numbers':   [_,       _,     _,     _,     _,       _,       _,         x,         x,         _,       x,       role],
  'print-test-page':       [_,       _,     _,     _,     _,       _,       _,         x,         _,         _,       x,       role],
  'see-printers':          [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       x,       role],
  'see-print-jobs':        [_,       _,     own,   _,     _,       _,       x,         x,         x,         _,       x,       program],
  'list-print-jobs':       [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       x,       program],
  // A slip carries its holder's token.
  'work-virtual-printer':  [trial,   trial, trial, trial, trial,   trial,   trial,     x,         trial,     trial,   x,       role],

  // The office itself.
  'sign-in-by-pin':        [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       _,       _],
  'set-pin':               [_,       _,     _,     _,     _,       _,       x,         x,         x,         x,       x,       _],
  'keep-keys':             [_,       _,     _,     _,     _,       _,       _,         _,         _,         _,       x,       role],
  'keep-devices':          [_,       _,     _,     _,     _,       _,       _,         _,         _,         _,       x,       role],
  'confirm-office':        [_,       _,     _,     _,     _,       _,       _,         _,         _,         _,       x,       role],
  'read-metrics':          [machine, machine, machine, machine, machine, machine, x,   x,         x,         machine, x,       program],
  'read-facts':            [_,       _,     _,     _,     _,       _,       _,         _,         x,         _,       x,       program],
  // Sums only: the observer sees no single call.
  'see-order-sums':        [_,       _,     _,     _,     _,       _,       _,         _,         x,         x,       x,       role],
  'see-order-calls':       [_,       _,     _,     _,     _,       _,       _,         _,         x,         _,       x,       role],
  'see-forecast-report':   [_,       _,     _,     _,     _,       _,       _,         _,         x,         x,       x,       role],

  // Live views.
  'watch-board':           [_,       _,     _,     x,     _,       _,       x,         x,         x,         _,       x,       role],
  'watch-kiosk':           [_,       _,     x,     _,     _,       _,       x,         x,         x,         _,       x,       role],
  'watch-sign':            [_,       _,     _,     _,     counter, _,       x,         x,         x,         _,       x,       role],
  'watch-rating':          [_,       _,     _,     _,     _,       counter, x,         x,         x,         _,       x,       role],
  'watch-console':         [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       x,       role],
  'watch-floor':           [_,       _,     _,     _,     _,       _,       x,         x,         x,         _,       x,       role]
} as const satisfies Record<string, Row>

export type Deed = keyof typeof permissions
export const deeds = Object.keys(permissions) as readonly Deed[]

/** What is known before a deed is begun. */
export interface Circumstances {
  /** The office is still trying things out. */
  readonly trial?: boolean
  /** The request comes from the server's own machine. */
  readonly machine?: boolean
}

export function cellOf (who: Who, deed: Deed): Cell {
  const row: Row = permissions[deed]
  if (!isKey(who)) return row[persons.indexOf(who)] as Cell
  const [cell, keyRole] = [row[persons.length] as KeyCell, who.slice('key:'.length) as Role]
  if (cell === 'program' && keyRole !== 'observer') return true
  return cell === 'role' || cell === 'program' ? cellOf(keyRole, deed) : cell
}

/** The column of the table that somebody stands in. A ticket's holder is not known by who asks: a stranger, like everyone. */
export function whoIs (principal: Pick<Principal, 'kind' | 'role'> | undefined): Who {
  if (!principal) return 'stranger'
  const { kind, role } = principal
  if (kind !== 'staff' && kind !== 'key') return kind
  if (role === undefined) throw new Error(`${kind} without a role`)
  return kind === 'key' ? `key:${role}` : role
}

/** Whether a deed may be begun. Where the cell is a condition, what it asks for is looked at when the thing itself is known. */
export function may (principal: Pick<Principal, 'kind' | 'role'> | undefined, deed: Deed, circumstances: Circumstances = {}): boolean {
  const cell = cellOf(whoIs(principal), deed)
  return cell === 'trial' || cell === 'machine' ? circumstances[cell] === true : cell !== false
}

/** What must hold besides for somebody who may. */
export function conditionOf (principal: Pick<Principal, 'kind' | 'role'> | undefined, deed: Deed): Condition | undefined {
  const cell = cellOf(whoIs(principal), deed)
  return typeof cell === 'string' ? cell : undefined
}

/** The roles that may do it, in the order of the table. */
export function rolesFor (deed: Deed): readonly Role[] {
  return roles.filter(role => cellOf(role, deed) !== false)
}

function isKey (who: Who): who is `key:${Role}` {
  return who.startsWith('key:')
}
