import type { Break, KioskShot } from '../../common/contract/live.ts'
import { officeClock } from '../../common/ui/clock.ts'
import type { Follow, LiveState } from '../../common/ui/live-state.ts'
import { withChanged } from './paper.ts'

/** The kiosk follows how many wait and how long, how the printer is and whether there is a break; `changed` is told when the catalogue may have. */
export function followKiosk (changed: () => void): Follow<KioskShot> {
  return {
    fact (shot, fact) {
      if (fact.type === 'setting:changed' || fact.type === 'counter:changed') changed()
      return shot
    },
    signal (shot, signal) {
      if (signal.type === 'waiting:changed') return { ...shot, waiting: signal.waiting }
      if (signal.type === 'forecast:changed') return { ...shot, ...signal.forecasts && { forecasts: signal.forecasts } }
      if (signal.type === 'break:changed') return withBreak(shot, signal.break, changed)
      return signal.type === 'printer:changed' ? withChanged(shot, signal, officeClock.now().getTime()) : shot
    }
  }
}

/** With the break, doors for numbers open or close. Said again, it changes nothing. */
function withBreak (shot: KioskShot, now: Break | undefined, changed: () => void): KioskShot {
  const { break: before, ...rest } = shot
  if (before?.until === now?.until && before?.carried === now?.carried) return shot
  changed()
  return { ...rest, ...now && { break: now } }
}

/**
 * Which snapshot is being followed; absent while the line is away. Another one means that facts about
 * the catalogue may have passed unheard.
 */
export function snapshotFollowed ({ status, shot }: LiveState<KioskShot>): string | undefined {
  return status === 'live' ? shot && `${shot.epoch} ${shot.at}` : undefined
}
