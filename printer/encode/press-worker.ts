import { parentPort, workerData } from 'node:worker_threads'
import { bundledFonts, type FontFiles } from '../fonts/faces.ts'
import { checkFonts } from './picture.ts'
import { pressSheet } from './sheet.ts'
import { type PressReply, type PressRequest } from './press.ts'

// The press's thread: checks the fonts (an error ends the thread and reaches the press), then draws what it is sent.
const fonts = (workerData as { fonts?: FontFiles }).fonts ?? bundledFonts()
checkFonts(fonts)

parentPort?.on('message', (request: PressRequest) => { parentPort?.postMessage(answer(request)) })
parentPort?.postMessage('ready')

function answer ({ id, document, profile, jobNumber }: PressRequest): PressReply {
  try {
    return { id, sheet: pressSheet(document, profile, jobNumber, fonts) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
