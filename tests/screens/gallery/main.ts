/// <reference types="vite/client" />
import axe from 'axe-core'
import { html, LitElement, nothing, render } from 'lit'
import { language } from '../../../common/ui/language.ts'
import type { ScreenStates, Size } from './states.ts'

export interface Shown { readonly screen: string, readonly state: string, readonly sizes: readonly Size[], readonly fixed: boolean, readonly farReading: boolean }

const files = import.meta.glob<ScreenStates>('../states/*.ts', { eager: true, import: 'default' })
const screens = new Map(Object.entries(files).map(([path, states]) => [path.replace(/^.*\/|\.ts$/g, ''), states]))
const stage = document.getElementById('stage')!

function list (): Shown[] {
  return [...screens].flatMap(([screen, { sizes, fixed = false, farReading = false, states }]) =>
    Object.keys(states).map(state => ({ screen, state, sizes, fixed, farReading })))
}

async function show (screen: string, state: string, lang: 'vi' | 'en' = 'vi'): Promise<void> {
  const found = screens.get(screen)
  const draw = found?.states[state]
  if (!found || !draw) throw new Error(`There is no ${screen}/${state}`)
  language.set(lang)
  const root = document.documentElement
  root.dataset['theme'] = found.theme ?? ''
  root.dataset['screen'] = found.scale ?? ''
  render(nothing, stage)
  scrollTo(0, 0)
  render(draw(), stage)
  await settled(stage)
  await document.fonts.ready
}

async function settled (within: ParentNode): Promise<void> {
  for (const element of within.querySelectorAll('*')) {
    if (element instanceof LitElement) await element.updateComplete
    if (element.shadowRoot) await settled(element.shadowRoot)
  }
}

function index () {
  const links = list().map(({ screen, state }) => html`<li><a href="?screen=${screen}&state=${state}">${screen}/${state}</a> <a href="?screen=${screen}&state=${state}&lang=en">en</a></li>`)
  return html`<main><h1>States</h1><ul>${links}</ul></main>`
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** What axe finds on the page as it stands. In here, because read anew for each state axe takes longer to load than to look. */
async function faults (farReading: boolean): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: rules, rules: { 'color-contrast-enhanced': { enabled: farReading } }, resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(node => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
}

declare global { interface Window { gallery: { list: typeof list, show: typeof show, faults: typeof faults } } }
window.gallery = { list, show, faults }

const asked = new URLSearchParams(location.search)
const screen = asked.get('screen')
if (screen) void show(screen, asked.get('state') ?? '', asked.get('lang') === 'en' ? 'en' : 'vi')
else render(index(), stage)
