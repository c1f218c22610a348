const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const marked = vowels.flatMap(vowel => tones.map(tone => (vowel + tone).normalize('NFC')))

/** The 73 letters Vietnamese has beyond plain consonants, in the order of its alphabet: twelve vowels in six tones, and đ. */
export const smallLetters: readonly string[] = [...marked, 'đ']
export const capitalLetters: readonly string[] = smallLetters.map(letter => letter.toUpperCase())
