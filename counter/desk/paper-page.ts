import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { FloorShot } from '../../common/contract/live.ts'
import { may } from '../../common/contract/permissions.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { Api } from '../../common/ui/api.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { wallTime } from '../../common/ui/moment.ts'
import { blockOf, Printing } from '../../common/ui/printing.ts'
import './frame.ts'
import { PaperBook } from './paper-book.ts'
import { draftOf, keepDraft, nextFree, noDraft, requestOf, type PaperDraft } from './paper-draft.ts'
import './paper-print.ts'
import './paper-register.ts'

/**
 * Numbers for an outage: printed before, written down after.
 * @fires moi-signed-out
 */
@customElement('moi-desk-paper-page')
export class PaperPage extends LitElement {
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) me!: Principal
  @property({ attribute: false }) now = new Date()
  @state() private draft: PaperDraft = noDraft
  private readonly api = new Api('staff')
  private readonly book = new PaperBook(this, this.api)
  /** Another field may be printed than the one that is written down. */
  private readonly store = new PaperBook(this, this.api)
  private readonly printing = new Printing(this, this.api, 'paper')
  private readonly text = new Speaking(this, deskTexts)

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    this.draft = draftOf(this.today) ?? noDraft
    if (this.draft.field) void this.book.read(this.draft.field)
  }

  /** The office's date, not this computer's. */
  private get today (): string {
    const { year, month, day } = wallTime(this.now, this.state.shot.office.timeZone)
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }

  protected override willUpdate (): void {
    if (this.book.isSignedOut || this.store.isSignedOut || this.printing.isSignedOut) queueMicrotask(() => this.dispatchEvent(new CustomEvent('moi-signed-out', { bubbles: true, composed: true })))
    const { known } = this.book
    this.book.check(known && known.field === this.draft.field ? this.request : undefined)
  }

  private get request () {
    const { known } = this.book
    return known && requestOf(this.draft, known, this.state.shot.office.timeZone)
  }

  override render () {
    const fields = [...this.catalogue?.fields ?? []].sort((a, b) => a.digit - b.digit)
    const { state: { shot, status }, book, store } = this
    const offline = status !== 'live'
    return html`<moi-desk-sides>
      ${may(this.me, 'note-paper-numbers') ? html`<moi-paper-register .fields=${fields} .draft=${this.draft} .known=${book.known} .checked=${book.checked} .written=${book.written} problem=${this.said(book.problem)} ?sending=${book.sending} ?offline=${offline} zone=${shot.office.timeZone}
        @moi-draft=${(event: CustomEvent<{ draft: PaperDraft }>) => this.change(event.detail.draft)} @moi-write=${this.write}></moi-paper-register>` : nothing}
      ${may(this.me, 'print-paper-numbers') ? html`<moi-paper-print .fields=${fields} .known=${store.known} .slip=${this.printing.slip} .printers=${shot.printers} ?offline=${offline} problem=${this.said(store.problem)}
        @moi-field=${(event: CustomEvent<{ field: string }>) => { this.printing.end(); void store.read(event.detail.field) }}
        @moi-print=${({ detail: { field, from, to } }: CustomEvent<{ field: string, from: string, to: string }>) => this.printing.print({ id: field, number: blockOf(from, to) })}></moi-paper-print>` : nothing}
    </moi-desk-sides>`
  }

  private said (problem: Problem | undefined): string {
    if (!problem) return ''
    return problem.status === 0 ? `${problem.detail} ${this.text.say('unsure')}` : problem.detail
  }

  private change (draft: PaperDraft): void {
    const isOther = draft.field !== this.draft.field
    this.draft = draft
    keepDraft(draft, this.today)
    if (isOther) void this.begin(draft.field)
  }

  /** Another field: the first number that is not written down yet is there to be taken. */
  private async begin (field: string): Promise<void> {
    this.book.written = undefined
    const known = field ? await this.book.read(field) : undefined
    if (known && this.draft.field === field && !this.draft.from) this.change({ ...this.draft, from: nextFree(known) })
  }

  private readonly write = async (): Promise<void> => {
    const { request, draft } = this
    if (!request || !await this.book.write(request)) return
    keepDraft(noDraft, this.today)
    this.draft = { ...noDraft, field: draft.field }
    void this.book.read(draft.field)
    // What is printed next must not be what has just been used.
    if (this.store.known) void this.store.read(this.store.known.field)
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-paper-page': PaperPage } }
