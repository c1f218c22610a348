/** Languages the office speaks on its own; others come as text files. */
export type Language = 'vi' | 'en'
export const languages: readonly Language[] = ['vi', 'en']

export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>
export type Blanks = Readonly<Record<string, string | number>>

/** Declares texts: Vietnamese is the source of keys, English must have exactly the same ones. */
export function texts<const Key extends string> (vi: Readonly<Record<Key, string>>, en: Readonly<Record<NoInfer<Key>, string>>): Texts<Key> {
  return { vi, en }
}

/** Fills the `{blank}`s of a text; a blank without a value stays visible, so that it is noticed. */
export function fill (template: string, blanks: Blanks = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole))
}

/** A speaker of one group of texts in one language: `say('kiosk.hello')`. */
export function speaker<Key extends string> (group: Texts<Key>, language: Language) {
  return (key: Key, blanks?: Blanks): string => fill(group[language][key], blanks)
}
