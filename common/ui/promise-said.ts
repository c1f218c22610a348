import type { PromiseShown } from '../contract/live.ts'
import { promiseTexts } from '../i18n/promise.ts'
import { speaker, type Language } from '../i18n/texts.ts'

/** "Cam kết chờ tối đa 30 phút: 2 số đã quá, 3 số sắp quá" */
export function promiseSaid ({ minutes, broken, soon = [], brokenToday = 0 }: PromiseShown, language: Language): string {
  const say = speaker(promiseTexts, language)
  const counts = [
    ...broken.length > 0 ? [say('broken', { count: broken.length })] : [],
    ...soon.length > 0 ? [say('soon', { count: soon.length })] : []
  ]
  const none = brokenToday > 0 ? say('none.now', { count: brokenToday }) : say('none.today')
  return say('promise', { minutes, what: counts.length > 0 ? counts.reduce((first, then) => say('and', { first, then })) : none })
}
