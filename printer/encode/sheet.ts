import { bundledFonts, type FontFiles } from '../fonts/faces.ts'
import { type PrinterProfile } from '../profiles/profiles.ts'
import { type SlipDocument } from '../slip/document.ts'
import { drawSlip } from '../slip/draw.ts'
import { bitmapOf, stripsOf } from './bands.ts'
import { composeJob } from './compose.ts'
import { pictureOf } from './picture.ts'
import { pngOf } from './png.ts'

/** A slip as a printer and as a screen get it: the same dots. */
export interface PrintedSheet {
  /** One whole ESC/POS job. */
  readonly bytes: Uint8Array
  readonly png: Uint8Array
}

/** Document → SVG → dots → bytes and picture. Pure but for reading the fonts; about 25 ms, so the press calls it off the event loop. */
export function pressSheet (document: SlipDocument, profile: PrinterProfile, processNumber: number, fonts: FontFiles = bundledFonts()): PrintedSheet {
  const picture = pictureOf(drawSlip(document, profile.paper), fonts, profile.threshold)
  const strips = stripsOf(picture, profile)
  return { bytes: composeJob(strips, profile, processNumber), png: pngOf(bitmapOf(strips, picture.widthDots)) }
}
