import { html } from 'lit'
import '../../../common/ui/clock-face.ts'
import '../../../common/ui/number.ts'
import '../../../common/ui/pairing.ts'
import '../../../common/ui/stale-banner.ts'
import '../../../common/ui/trial-mark.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'

export default {
  sizes: [{ width: 900, height: 1100 }],
  states: {
    parts: () => html`<main>
      <h1>Mời Số <moi-number value="11000"></moi-number></h1>
      <moi-trial-mark></moi-trial-mark>
      <moi-clock .now=${now} dated></moi-clock>
      <moi-stale-banner since=${ago(60)}></moi-stale-banner>
      <p>Chữ thử: ă â đ ê ô ơ ư ŏ ƀ ŭ – 0123456789 – № → ✓</p>
    </main>`,
    pairing: () => html`<main><moi-pairing touch wrong="Mã không đúng. Xin kiểm tra lại mã trên trang quản trị."></moi-pairing></main>`
  }
} satisfies ScreenStates
