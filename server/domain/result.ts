/** What a decision comes to: a value, or a reasoned "no". An expected "no" is never thrown. */
export type Result<Value, No> =
  | { readonly ok: true, readonly value: Value }
  | { readonly ok: false, readonly error: No }

export function ok<Value> (value: Value): { readonly ok: true, readonly value: Value } {
  return { ok: true, value }
}

export function no<No> (error: No): { readonly ok: false, readonly error: No } {
  return { ok: false, error }
}
