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
