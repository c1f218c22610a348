import { withOffice } from '../../common/ui/place.ts'
import { sounds, type Loudspeaker, type Played } from './say.ts'

/** A sound that has not begun by then is given up: the next call must not wait for it. */
const startMs = 3000
/** Longer than any announcement; a recording of the office may be slow. */
const longestMs = 20_000
const graceMs = 1500

/** The browser's audio elements: one keeps the bell, the other says the calls. */
export class AudioLoudspeaker implements Loudspeaker {
  private readonly bell = audio()
  private readonly mouth = audio()
  private end?: (played: Played) => void

  constructor () { load(this.bell, sounds.chime) }

  prepare (url: string): void { load(this.mouth, url) }

  play (url: string): Promise<Played> {
    this.stop()
    const element = url === sounds.chime ? this.bell : this.mouth
    load(element, url)
    return new Promise(resolve => {
      this.end = played => {
        this.end = undefined
        forget(element, played)
        resolve(played)
      }
      this.listen(element, this.end)
    })
  }

  stop (): void { this.end?.('failed') }

  private listen (element: HTMLAudioElement, end: (played: Played) => void): void {
    let timer = setTimeout(() => end('failed'), startMs)
    const once = (played: Played) => { clearTimeout(timer); if (this.end === end) end(played) }
    element.onplaying = () => {
      clearTimeout(timer)
      timer = setTimeout(() => once('failed'), Number.isFinite(element.duration) ? Math.min(longestMs, element.duration * 1000 + graceMs) : longestMs)
    }
    element.onended = () => once('played')
    element.onerror = () => once('failed')
    element.play().catch((error: unknown) => once(error instanceof Error && error.name === 'NotAllowedError' ? 'locked' : 'failed'))
  }
}

function audio (): HTMLAudioElement {
  const element = new Audio()
  element.preload = 'auto'
  return element
}

function load (element: HTMLAudioElement, path: string): void {
  const url = withOffice(path)
  if (element.getAttribute('src') === url) return
  element.src = url
  element.load()
}

/** A sound that failed is let go whole, so that the next try fetches it anew. */
function forget (element: HTMLAudioElement, played: Played): void {
  element.onplaying = element.onended = element.onerror = null
  if (played !== 'failed') return
  element.pause()
  element.removeAttribute('src')
  element.load()
}
