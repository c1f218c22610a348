import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'

/** One bench's figures, by name: milliseconds, per second, bytes or ratios, as the name says. */
export type Figures = Readonly<Record<string, number>>

/** The p-th percentile (0–100) of unsorted values. */
export function percentile (values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p / 100))] ?? NaN
}

export function rounded (value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

/** Runs with a folder of its own, removed afterwards. */
export async function withFolder<Value> (act: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-bench-'))
  try {
    return await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface Child { readonly url: string, readonly process: ChildProcess, readonly stop: () => Promise<void> }

/** A baseline as a process of its own, so that it shares the machine on the same terms; it prints `listening on URL`. */
export async function startBaseline (script: string): Promise<Child> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', line => {
      const listening = /^listening on (\S+)$/.exec(line)?.[1]
      if (listening) found(listening)
    })
    child.once('exit', code => failed(new Error(`${script} ended with ${code}`)))
  })
  return {
    url, process: child,
    stop: () => new Promise(done => {
      child.once('exit', () => done())
      child.kill('SIGTERM')
    })
  }
}

export interface Load { readonly url: string, readonly headers?: Readonly<Record<string, string>>, readonly body: unknown, readonly amount: number, readonly connections: number }

/** POSTs that many requests over that many connections; any answer but 2xx is an error. */
export async function load ({ url, headers = {}, body, amount, connections }: Load): Promise<{ perSecond: number, p50Ms: number, p99Ms: number }> {
  const begun = performance.now()
  // It looks only so often whether all is done: every 20 ms, or a short run would be measured in whole seconds.
  const result = await autocannon({ url, method: 'POST', connections, amount, sampleInt: 20, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  const seconds = (performance.now() - begun) / 1000
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return { perSecond: amount / seconds, p50Ms: result.latency.p50, p99Ms: result.latency.p99 }
}

/** Resident memory of a process in MB. */
export async function residentMb (pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
