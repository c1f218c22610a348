import type { SimulatedOffice } from './office-file.ts'
import { openLine, type Answer, type Pass, type ServerAddress } from './line.ts'
import { newCounts } from './tally.ts'

/** Who the players are to the server: headers that go with every request. */
export interface Passes {
  readonly kiosk: Pass
  /** By counter. */
  readonly officers: ReadonlyMap<number, Pass>
}

export interface PassNeeds {
  readonly adminPassword: string
  /** With it the sample's officers sign in themselves; without, each counter is held by a key. */
  readonly staffPassword?: string
  readonly accounts?: SimulatedOffice['accounts']
}

const patienceMs = 10_000

/** Makes the kiosk's key and signs an officer in for each counter of the office. Throws where the office says no. */
export async function passesFor (url: ServerAddress, { adminPassword, staffPassword, accounts = [] }: PassNeeds): Promise<Passes> {
  const line = openLine({ url, counts: newCounts(), patienceMs, stopped: new AbortController().signal })
  const signIn = async (username: string, password: string): Promise<Pass> => ({ 'moiso-as': 'staff', cookie: cookieOf(granted(await line.as({}).post('/session', { username, password }))) })
  try {
    const admin = line.as(await signIn('admin', adminPassword))
    const key = async (name: string, role: string): Promise<Pass> => ({ authorization: `Bearer ${granted(await admin.post('/keys', { name, role })).body.key as string}` })
    const officer = (counter: number): Promise<Pass> => {
      const username = accounts.find(account => account.role === 'officer' && account.counter === counter)?.username
      return username !== undefined && staffPassword !== undefined ? signIn(username, staffPassword) : key(`Cán bộ quầy ${counter}`, 'officer')
    }
    const counters = (granted(await line.as({}).get('/counters')).body.items as readonly { number: number }[]).map(({ number }) => number)
    return {
      kiosk: await key('Máy lấy số', 'guide'),
      officers: new Map(await Promise.all(counters.map(async counter => [counter, await officer(counter)] as const)))
    }
  } finally {
    line.close()
  }
}

function granted (answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`the office said no: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

function cookieOf (answer: Answer): string {
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
