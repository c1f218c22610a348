/** The colour that goes with a field's digit, wherever that field appears. */
export function fieldColour (digit: number | undefined): string {
  return digit !== undefined && digit >= 1 && digit <= 9 ? `var(--moi-field-${digit})` : 'var(--moi-text-third)'
}
