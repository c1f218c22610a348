import { bundledFaces } from '../fonts/faces.ts'
import { baseline, drawLines, drawPair, drawParagraph, space, stack, type Block, type Setting } from './block.ts'
import { type SlipDocument, type SlipElement } from './document.ts'
import { drawCode } from './code.ts'
import { drawGap, drawRuler, drawSizes } from './gauges.ts'
import { drawList } from './list.ts'
import { legible } from './legible.ts'
import { drawLabel, drawNumber } from './number.ts'
import { sheetFor, type Paper, type Sheet } from './sheet.ts'
import { textMark } from './type.ts'

/**
 * Draws a slip for one paper as SVG, one unit per printer dot, black on white.
 * Pure: the same document and paper give the same text. Every string passes `legible`.
 */
export function drawSlip (document: SlipDocument, paper: Paper): string {
  const setting = { sheet: sheetFor(paper), faces: bundledFaces() }
  // The marks over a capital (Ễ) reach above its line: without white there the paper's edge would cut them.
  const slip = stack([space(setting), ...document.elements.map(element => drawElement(element, setting)), space(setting)])
  const height = Math.ceil(slip.height)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${setting.sheet.width}" height="${height}" xml:space="preserve" style="font-kerning:none">` +
    `<rect width="100%" height="100%" fill="#fff"/>${slip.draw(0)}</svg>`
}

function drawElement (element: SlipElement, setting: Setting): Block {
  switch (element.type) {
    case 'mark': return drawMark(element.text, setting)
    case 'title': return drawLabel(element.text, element.badges, setting.sheet.title, setting)
    case 'line': return drawLines(element.text, setting.sheet.roles[element.role], setting)
    case 'pair': return drawPair(element.texts, setting.sheet.roles[element.role], setting)
    case 'paragraph': return drawParagraph(element.text, setting.sheet.roles[element.role], setting)
    case 'number': return drawNumber(element, setting)
    case 'list': return drawList(element, setting)
    case 'code': return drawCode(element, setting)
    case 'rule': return drawRule(setting.sheet)
    case 'space': return space(setting)
    case 'ruler': return drawRuler(setting)
    case 'gap': return drawGap(element.mm, setting)
    case 'sizes': return drawSizes(element.text, setting)
  }
}

function drawRule (sheet: Sheet): Block {
  return {
    height: 2 * sheet.gap + sheet.rule,
    draw: top => `<rect x="0" y="${top + sheet.gap}" width="${sheet.width}" height="${sheet.rule}"/>`
  }
}

/** A word in a frame across the paper, above everything: this slip is not a real one. */
function drawMark (text: string, setting: Setting): Block {
  const { sheet, faces } = setting
  const { badge, rule } = sheet
  const height = badge.leading + 4 * rule
  return {
    height: height + sheet.gap,
    draw: top => `<rect x="${rule}" y="${top + rule}" width="${sheet.width - 2 * rule}" height="${height - 2 * rule}" fill="none" stroke="#000" stroke-width="${rule}" stroke-dasharray="${4 * rule}"/>` +
      textMark(legible(text, faces), sheet.width / 2, top + 2 * rule + baseline(badge), badge, faces, { middle: true })
  }
}
