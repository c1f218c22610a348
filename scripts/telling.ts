import { Unsound } from '../server/storage/sqlite/backup.ts'

/** Says one thing in both languages; `code` is what the program ends with. */
export type Say = (vi: string, en: string, code?: number) => void

/** Files are named as seen from where the command was typed; npm itself moves to the project. */
export const fromWhereTheyStand = process.env['INIT_CWD'] ?? process.cwd()

const say: Say = (vi, en, code) => {
  console.log(`${vi} / ${en}`)
  if (code !== undefined) process.exitCode = code
}

/** Runs a command; what it throws is told in one line, without a stack. */
export async function tell (act: (say: Say) => Promise<void>): Promise<void> {
  try {
    await act(say)
  } catch (error) {
    process.exitCode = 1
    console.error(error instanceof Error ? error.message : error)
    if (error instanceof Unsound) for (const { vi, text } of error.findings.slice(1, 10)) console.error(`${vi} / ${text}`)
  }
}
