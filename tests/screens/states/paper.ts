import { html } from 'lit'
import type { PaperSheet, PrinterPanel } from '../../../common/contract/paper.ts'
import type { Tray } from '../../../display/paper/view.ts'
import '../../../display/paper/view.ts'
import type { ScreenStates } from '../gallery/states.ts'

const draw = (tray: Tray, { trial = true, refused = '' } = {}) => () => html`<moi-paper .tray=${tray} ?trial=${trial} .refused=${refused}></moi-paper>`
const sheets: readonly PaperSheet[] = [1, 2, 3].map(id => ({ id, at: `2026-11-23T09:4${id}:00+07:00`, widthDots: 576, heightDots: 976, complete: true }))
const knobs: PrinterPanel['knobs'] = { power: 'on', paper: 'ok', cover: 'closed', cutter: 'ok', feedHeld: false, rowsPerSecond: 0, bytesPerSecond: 0, network: 'ok', processId: 'answered' }
const panel = (changes: Partial<PrinterPanel['knobs']> = {}, state: Partial<PrinterPanel['state']> = {}): PrinterPanel =>
  ({ knobs: { ...knobs, ...changes }, state: { isOnline: true, fault: 'none', waitingBytes: 0, hangingRows: 0, widthDots: 576, ...state } })
const here = (seenPanel: PrinterPanel, seenSheets = sheets) => draw({ is: 'here', seen: { sheets: seenSheets, panel: seenPanel } })
const stopped = { isOnline: false, hangingRows: 420, waitingBytes: 4096 }
const said = 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.'

export default {
  sizes: [{ width: 1280, height: 800 }, { width: 390, height: 844 }],
  states: {
    loading: draw({ is: 'loading' }),
    empty: here(panel(), []),
    here: here(panel()),
    low: here(panel({ paper: 'low' })),
    out: here(panel({ paper: 'out', rowsPerSecond: 1200 }, stopped)),
    open: here(panel({ cover: 'open' }, stopped)),
    jammed: here(panel({ cutter: 'jammed' }, { ...stopped, fault: 'cutter', hangingRows: 976 })),
    willJam: here(panel({ cutter: 'jammed' })),
    held: here(panel({ feedHeld: true }, { isOnline: false })),
    off: here(panel({ power: 'off' }, { isOnline: false }), sheets.map(sheet => sheet.id === 3 ? { ...sheet, heightDots: 300, complete: false } : sheet)),
    silent: here(panel({ network: 'silent' })),
    mute: here(panel({ processId: 'ignored' })),
    narrow: here(panel({ rowsPerSecond: 100 }, { hangingRows: 200, widthDots: 384 }), sheets.map(sheet => ({ ...sheet, widthDots: 384, heightDots: 800 }))),
    refused: draw({ is: 'here', seen: { sheets, panel: panel() } }, { refused: said }),
    real: draw({ is: 'real' }, { trial: false }),
    staff: draw({ is: 'staff' }, { trial: false }),
    lost: draw({ is: 'lost', said, seen: { sheets, panel: panel({ paper: 'low' }) } }),
    unreached: draw({ is: 'lost', said })
  }
} satisfies ScreenStates
