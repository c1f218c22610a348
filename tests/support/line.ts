/** A bare Engine.IO line over a WebSocket, for saying what no client library would say. */
export interface Line {
  readonly send: (packet: string | Uint8Array<ArrayBuffer>) => void
  readonly heard: readonly string[]
  readonly isClosed: () => boolean
  /** Resolves when the server has cut the line, or with false after a while. */
  readonly cut: (withinMs?: number) => Promise<boolean>
  /** Whether a proper question is still answered. */
  readonly answers: () => Promise<boolean>
  readonly close: () => void
}

export async function openLine (url: string, { join = true }: { readonly join?: boolean } = {}): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  const heard: string[] = []
  let asked = 100
  socket.addEventListener('error', () => undefined)
  socket.addEventListener('message', ({ data }) => {
    heard.push(String(data))
    if (data === '2') socket.send('3')
  })
  const until = (what: () => boolean, ms = 5_000) => new Promise<boolean>(resolve => {
    const begun = performance.now()
    const look = setInterval(() => {
      if (!what() && performance.now() - begun < ms) return
      clearInterval(look)
      resolve(what())
    }, 5)
  })
  const isClosed = () => socket.readyState === WebSocket.CLOSED || socket.readyState === WebSocket.CLOSING
  await until(() => heard.length > 0)
  if (join) {
    socket.send('40/live,{}')
    await until(() => heard.some(packet => packet.startsWith('40/live')))
  }
  return {
    heard, isClosed,
    send: packet => { if (!isClosed()) socket.send(packet) },
    cut: withinMs => until(isClosed, withinMs),
    answers: async () => {
      const id = asked++
      if (!isClosed()) socket.send(`42/live,${id}["watch",{"view":"board"}]`)
      const isAnswered = () => heard.some(packet => packet.startsWith(`43/live,${id}[`))
      return await until(() => isClosed() || isAnswered()) && isAnswered()
    },
    close: () => socket.close()
  }
}

const watch = '{"view":"board"}'
const bytes = new Uint8Array(1_000)

/** What a broken or hostile client may send on a line that has joined, and whether the server must cut it for that. */
export const offences: readonly { readonly name: string, readonly say: (line: Line) => void, readonly isCut: boolean }[] = [
  { name: 'no acknowledgement asked', say: line => line.send(`42/live,["watch",${watch}]`), isCut: false },
  { name: 'nothing asked', say: line => line.send('42/live,1["watch"]'), isCut: false },
  { name: 'too much asked', say: line => line.send(`42/live,1["watch",${watch},${watch},"x",null]`), isCut: false },
  { name: 'unknown events', say: line => { for (const name of ['next', '', ' ', 'fact', 'tick', 'x'.repeat(5_000)]) line.send(`42/live,1[${JSON.stringify(name)},1]`) }, isCut: false },
  { name: 'names that objects have', say: line => { for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'error']) line.send(`42/live,1["${name}",{"a":1}]`) }, isCut: false },
  { name: 'prototype keys', say: line => line.send('42/live,1["watch",{"view":"board","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]'), isCut: false },
  { name: 'every kind of value', say: line => { for (const value of ['null', '1', 'true', '"board"', '[]', '[[]]', '{"view":["board"]}', '{"view":"sign","counter":"1"}', '{"view":"sign","counter":1e99}', '{"view":"ticket","token":"\\u0000\\ud800"}', '{"view":"board","after":{"epoch":"x","rev":-1}}']) line.send(`42/live,1["watch",${value}]`) }, isCut: false },
  { name: 'deep JSON', say: line => line.send(`42/live,1["watch",${'['.repeat(7_000)}${']'.repeat(7_000)}]`), isCut: false },
  { name: 'binary for a question', say: line => { line.send('451-/live,1["watch",{"_placeholder":true,"num":0}]'); line.send(bytes) }, isCut: false },
  { name: 'an answer to nothing', say: line => line.send('43/live,77[1]'), isCut: false },
  { name: 'a namespace that is not there', say: line => line.send('40/nowhere,{}'), isCut: false },
  { name: 'a reserved event', say: line => line.send('42/live,1["disconnect"]'), isCut: true },
  { name: 'bytes out of place', say: line => line.send(bytes), isCut: true },
  { name: 'text where bytes were announced', say: line => { line.send('451-/live,1["watch",{"_placeholder":true,"num":9}]'); line.send('42/live,["x"]') }, isCut: true },
  { name: 'no JSON', say: line => line.send('42/live,1["watch",{'), isCut: true },
  { name: 'no packet', say: line => line.send('zzz'), isCut: true },
  { name: '1.1 MB', say: line => line.send(`42/live,1["watch","${'x'.repeat(1_100_000)}"]`), isCut: true },
  { name: 'ten thousand events at once', say: line => { for (let sent = 0; sent < 10_000; sent++) line.send(`42/live,${sent}["watch",${watch}]`) }, isCut: true },
  { name: 'ten thousand unknown events at once', say: line => { for (let sent = 0; sent < 10_000; sent++) line.send('42/live,["x",1]') }, isCut: true }
]
