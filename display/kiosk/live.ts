import type { KioskShot } from '../../common/contract/live.ts'
import { withPrinter } from '../../common/ui/printers.ts'
import type { Follow, LiveState } from '../../common/ui/live-state.ts'

/** The kiosk follows only how many wait and how the printer is; `changed` is told when the catalogue may have. */
export function followKiosk (changed: () => void): Follow<KioskShot> {
  return {
    fact (shot, fact) {
      if (fact.type === 'setting:changed' || fact.type === 'counter:changed') changed()
      return shot
    },
    signal (shot, signal) {
      if (signal.type === 'waiting:changed') return { ...shot, waiting: signal.waiting }
      return signal.type === 'printer:changed' ? withPrinter(shot, signal) : shot
    }
  }
}

/**
 * Which snapshot is being followed; absent while the line is away. Another one means that facts about
 * the catalogue may have passed unheard.
 */
export function snapshotFollowed ({ status, shot }: LiveState<KioskShot>): string | undefined {
  return status === 'live' ? shot && `${shot.epoch} ${shot.at}` : undefined
}
