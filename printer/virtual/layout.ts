import { type Command } from './commands.ts'

const dpi = 203
/** What an Epson starts with: half a dot. GS P changes it. */
const startUnit = 406
const lineDots = 30
const letter = { widthDots: 12, heightDots: 24 }

type Moving = Extract<Command, { type: 'align' | 'units' | 'feedDots' | 'feedLines' | 'cut' }>

/** Where things come to stand on the paper's width, and how far it moves: everything in rows of dots. */
export interface Layout {
  /** The rows of paper a command moves on. */
  obey (command: Moving): readonly Uint8Array[]
  /** One letter more on the line; rows when that is full. */
  letter (): readonly Uint8Array[]
  /** The rows of an unfinished line of letters. */
  endLine (): readonly Uint8Array[]
  /** A row of a picture on the paper's width; what is too wide is cut off on the right, as a printer does. */
  placed (row: Uint8Array): Uint8Array
}

/** As after ESC @. Letters are drawn as empty boxes: enough to see that text was sent where a picture was meant. */
export function createLayout (widthDots: number): Layout {
  const widthBytes = Math.ceil(widthDots / 8)
  const blank = new Uint8Array(widthBytes)
  const lettersALine = Math.floor(widthDots / letter.widthDots)
  let align: 'left' | 'centre' | 'right' = 'left'
  let unit = startUnit
  let letters = 0
  const white = (dots: number) => Array.from({ length: dots }, () => blank)
  const inDots = (units: number) => Math.floor(units * dpi / unit)

  const endLine = () => {
    const rows = letters > 0 ? boxes(letters, widthBytes) : []
    letters = 0
    return rows
  }

  const feedLines = (lines: number) => {
    const print = endLine()
    return [...print, ...white(Math.max(0, lines * lineDots - print.length))]
  }

  return {
    obey (command) {
      switch (command.type) {
        case 'align': align = command.to; return []
        case 'units': unit = command.vertical || startUnit; return []
        case 'feedDots': return [...endLine(), ...white(inDots(command.dots))]
        case 'feedLines': return feedLines(command.lines)
        case 'cut': return [...endLine(), ...white(inDots(command.feed))]
      }
    },
    letter () {
      letters++
      return letters < lettersALine ? [] : feedLines(1)
    },
    endLine,
    placed (row) {
      const spare = Math.max(0, widthBytes - row.length)
      const paper = new Uint8Array(widthBytes)
      paper.set(row.subarray(0, widthBytes), { left: 0, centre: spare >> 1, right: spare }[align])
      return paper
    }
  }
}

/** A line of letters, each a box of 10 × 20 dots in its cell. */
function boxes (letters: number, widthBytes: number): Uint8Array[] {
  const isInk = (x: number, y: number) => x >= 1 && x <= 10 && y >= 2 && y <= 21 && (x === 1 || x === 10 || y === 2 || y === 21)
  return Array.from({ length: letter.heightDots }, (_, y) => {
    const row = new Uint8Array(widthBytes)
    for (let x = 0; x < letters * letter.widthDots; x++) if (isInk(x % letter.widthDots, y)) row[x >> 3]! |= 0x80 >> (x & 7)
    return row
  })
}
