import { expectedMs, type Experience } from './experience.ts'
import type { Newcomers, Outlook, Prospect } from './range.ts'
import type { Scene } from './scene.ts'

export interface OutlookOptions {
  /** How often the day is run forward. */
  readonly runs?: number
  readonly seed?: number
}

/** What everybody who waits, and whoever would take a number now, may expect at this moment. */
export function outlookOf (scene: Scene, experience: Experience, _options: OutlookOptions = {}): Outlook {
  const tickets = new Map<string, Prospect>()
  const newcomers = new Map<string, Newcomers>()
  for (const field of scene.fields) {
    const open = scene.counters.filter(({ state, main, helper }) => state === 'open' && [...main, ...helper].includes(field)).length
    if (open === 0) continue
    const line = scene.waiting.filter(ticket => ticket.field === field)
    let work = 0
    const prospect = (): Prospect => ({
      range: { earliest: scene.at + 0.5 * work / open, likely: scene.at + work / open, latest: scene.at + 1.7 * work / open },
      today: scene.closing === undefined || scene.at + work / open < scene.closing ? 1 : 0
    })
    for (const ticket of line) {
      tickets.set(ticket.id, prospect())
      work += expectedMs(experience, ticket)
    }
    newcomers.set(field, { ordinary: prospect(), priority: prospect() })
  }
  return { at: scene.at, rev: scene.rev, tickets, newcomers }
}
