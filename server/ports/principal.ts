import type { DeviceKind, Role } from './directory.ts'

/** Who is asking. `id` is stable; `session` distinguishes one browser from another. */
export type Principal =
  | { readonly kind: 'staff', readonly office: string, readonly id: string, readonly name: string, readonly role: Role, readonly counter?: number, readonly session: string, readonly expiresAt: number }
  | { readonly kind: 'key', readonly office: string, readonly id: string, readonly name: string, readonly role: Role }
  | { readonly kind: DeviceKind, readonly office: string, readonly id: string, readonly name: string, readonly counter?: number }

/** As written into facts and kept with idempotency keys: `staff:p_quay1`. */
export function actorOf (principal: Principal): string {
  return `${principal.kind}:${principal.id}`
}

/** What holds a counter's lease: this browser's session, or the program's key. */
export function holderOf (principal: Principal): string {
  return principal.kind === 'staff' ? `session:${principal.session}` : actorOf(principal)
}

/** Whoever a permission may name. */
export type Who = Role | DeviceKind | 'key' | 'stranger' | 'anyone'

/**
 * The one table of who may do what: routes and live views ask here and nowhere else.
 * A key may do what its role may, and what is granted to `key`.
 */
export const permissions = {
  'keep-keys': ['admin'],
  'keep-devices': ['admin'],
  'confirm-office': ['admin'],
  'set-pin': ['officer', 'guide', 'supervisor', 'observer', 'admin'],
  // By PIN at a kiosk; of people with the same PIN the first role counts.
  'overrule': ['guide', 'supervisor', 'admin'],
  'apologise': ['officer', 'guide', 'supervisor', 'admin'],
  'take-ticket': ['kiosk', 'guide', 'admin', 'key'],
  'see-tickets': ['officer', 'guide', 'supervisor', 'admin'],
  'return-ticket': ['guide', 'officer'],
  'cancel-ticket': ['guide', 'officer', 'admin'],
  // Whoever holds the token.
  'cancel-own': ['anyone'],
  'book': ['anyone'],
  'check-in': ['kiosk', 'guide', 'admin', 'key'],
  'see-order-sums': ['supervisor', 'observer', 'admin'],
  // Sums only: the observer sees them too.
  'see-forecast-report': ['supervisor', 'observer', 'admin'],
  'see-order-calls': ['supervisor', 'admin'],
  'reprint': ['kiosk', 'guide', 'officer'],
  'print-checklist': ['kiosk', 'guide', 'officer', 'admin', 'key'],
  'print-test-page': ['guide', 'admin'],
  'see-printers': ['officer', 'guide', 'supervisor', 'admin'],
  'read-metrics': ['officer', 'guide', 'supervisor', 'admin', 'key'],
  'see-print-jobs': ['kiosk', 'officer', 'guide', 'supervisor', 'admin', 'key'],
  'list-print-jobs': ['officer', 'guide', 'supervisor', 'admin', 'key'],
  'work-virtual-printer': ['guide', 'admin'],
  'hold-counter': ['officer'],
  'read-facts': ['supervisor', 'admin', 'key'],
  // A citizen: the screen at the counter, or a phone that nobody is signed in on.
  'rate': ['rating', 'stranger'],
  'watch-board': ['board', 'officer', 'guide', 'supervisor', 'admin'],
  'watch-kiosk': ['kiosk', 'officer', 'guide', 'supervisor', 'admin'],
  'watch-sign': ['sign', 'officer', 'guide', 'supervisor', 'admin'],
  'watch-rating': ['rating', 'officer', 'guide', 'supervisor', 'admin'],
  'watch-console': ['officer', 'guide', 'supervisor', 'admin'],
  'watch-floor': ['officer', 'guide', 'supervisor', 'admin'],
  'watch-ticket': ['anyone']
} as const satisfies Record<string, readonly Who[]>

export type Deed = keyof typeof permissions

export function may (principal: Principal | undefined, deed: Deed): boolean {
  const allowed: readonly Who[] = permissions[deed]
  if (allowed.includes('anyone')) return true
  if (!principal) return allowed.includes('stranger')
  if (principal.kind === 'staff') return allowed.includes(principal.role)
  if (principal.kind === 'key') return allowed.includes(principal.role) || (allowed.includes('key') && principal.role !== 'observer')
  return allowed.includes(principal.kind)
}
