import type { ByLanguage } from '../domain/office.ts'

/** What a loudspeaker says of a call. */
export interface Said { readonly number: string, readonly counter: number, readonly repeat: number }

/** The office's voice: calls as WAV files, put together from clips. */
export interface Voice {
  /** Part of every sound's address: another one whenever something else would be heard. */
  readonly version: string
  /** Where the sounds of a call are found, in the languages the office speaks on its own. */
  readonly addresses: (call: Said) => ByLanguage
  /** One WAV file, with what there is of it; undefined for a language that nobody has recorded. */
  readonly announcement: (language: string, call: Said) => Promise<Uint8Array | undefined>
  /** The bell before a call; undefined if it is missing. */
  readonly chime: () => Promise<Uint8Array | undefined>
}
