import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Copy } from './sqlite/backup.ts'
import type { Finding } from './sqlite/verify.ts'

export interface Attended<Value> {
  /** Rejects with what the process said when it failed, or was stopped. */
  readonly done: Promise<Value>
  readonly stop: () => void
}

const attendant = fileURLToPath(new URL('./sqlite/attendant.ts', import.meta.url))

/** Has a database checked by another process; the server goes on meanwhile. */
export function checkBeside (file: string): Attended<readonly Finding[]> {
  return attend(['check', file])
}

/** Has a database copied and the copy checked by another process. */
export function backupBeside (file: string, to: string): Attended<Copy> {
  return attend(['backup', file, to])
}

function attend<Value> (work: readonly string[]): Attended<Value> {
  const child = spawn(process.execPath, [attendant, ...work], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complained += text })
  const done = new Promise<Value>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve(JSON.parse(said) as Value)
      else reject(new Error(complained.trim() || `ended with ${code}`))
    })
  })
  return { done, stop: () => { child.kill() } }
}
