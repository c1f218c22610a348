/** The sentence around the numbers: shown on the wall, said by the clips, written once. */
export const phrases = {
  vi: { again: 'xin nhắc lại', call: 'mời công dân có số', toCounter: 'đến quầy số' },
  en: { again: 'again', call: 'number', toCounter: 'please go to counter' }
} as const
