import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ShotOf, View } from '../contract/live.ts'
import type { LiveState } from './live-state.ts'
import { LiveView, type LiveOptions } from './live.ts'

/** A live view as long as its element is on the page: `new Watching<'board'>(this, { as: 'board', watch: { view: 'board' }, follow })`. */
export class Watching<V extends View> implements ReactiveController {
  private readonly view: LiveView<V>

  constructor (host: ReactiveControllerHost, options: LiveOptions<V>) {
    this.view = new LiveView(options, () => host.requestUpdate())
    host.addController(this)
  }

  get state (): LiveState<ShotOf[V]> { return this.view.state }
  restart (): void { this.view.restart() }
  refresh (): void { this.view.refresh() }
  hostConnected (): void { this.view.start() }
  hostDisconnected (): void { this.view.stop() }
}
