import { html } from 'lit'
import type { Tray } from '../../../display/paper/view.ts'
import '../../../display/paper/view.ts'
import type { ScreenStates } from '../gallery/states.ts'

const draw = (tray: Tray, trial = true) => () => html`<moi-paper .tray=${tray} ?trial=${trial}></moi-paper>`
const sheets = [1, 2, 3].map(id => ({ id, at: `2026-11-23T09:4${id}:00+07:00`, widthDots: 576, heightDots: 976 }))

export default {
  sizes: [{ width: 1280, height: 800 }, { width: 390, height: 844 }],
  states: {
    loading: draw({ is: 'loading' }),
    empty: draw({ is: 'here', sheets: [] }),
    here: draw({ is: 'here', sheets }),
    real: draw({ is: 'real' }, false),
    staff: draw({ is: 'staff' }),
    lost: draw({ is: 'lost', said: 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.', sheets })
  }
} satisfies ScreenStates
