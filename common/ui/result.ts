/** An answer that may be an expected "no". */
export type Result<Value, No> = { readonly ok: true, readonly value: Value } | { readonly ok: false, readonly error: No }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const
export const refuse = <No>(error: No) => ({ ok: false, error }) as const
