import type { TemplateResult } from 'lit'

export interface Size { readonly width: number, readonly height: number }

/** One screen's states for looking and for testing: the default export of tests/screens/states/SCREEN.ts. */
export interface ScreenStates {
  /** The first size is the one axe looks at; overflow is measured at all. */
  readonly sizes: readonly [Size, ...Size[]]
  /** As `<html data-theme>` and `<html data-screen>` of the page. */
  readonly theme?: 'dark'
  readonly scale?: 'board' | 'kiosk'
  /** The screen is as tall as its glass: nothing may scroll. */
  readonly fixed?: boolean
  /** Read across a hall: 7:1 instead of 4.5:1. */
  readonly farReading?: boolean
  readonly states: Readonly<Record<string, () => TemplateResult>>
}

/** The moment all states are drawn at. */
export const now = new Date('2026-11-23T09:42:10+07:00')
/** A moment some seconds before `now` (or after it, when negative). */
export const ago = (seconds: number): string => new Date(now.getTime() - seconds * 1000).toISOString()
