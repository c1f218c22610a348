import type { RatingRequest } from '../../common/contract/rating.ts'
import { language } from '../../common/ui/language.ts'
import { withOffice } from '../../common/ui/place.ts'

const patienceMs = 10_000

/** Why the office did not do it; `detail` in its own words, where it answered at all. */
export interface No { readonly code: string, readonly detail?: string }

/** Returns the code of a "no". */
export async function sendRating (request: RatingRequest): Promise<string | undefined> {
  return (await post('/ratings', request))?.code
}

/** Gives the number up; doing so twice changes nothing. */
export function cancelNumber (token: string): Promise<No | undefined> {
  return post(`/my/${token}/cancel`, {})
}

/**
 * Asks without any cookie: an officer who tries a citizen's page in their own browser
 * is still nobody here.
 */
async function post (path: string, body: unknown): Promise<No | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(withOffice(`/api/v1${path}`), {
      method: 'POST', credentials: 'omit', signal: stop.signal,
      // The page itself names no referrer, and Chromium 69 would then call its origin "null", a stranger's.
      referrerPolicy: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json, application/problem+json', 'Accept-Language': language.current },
      body: JSON.stringify(body)
    })
    return response.ok ? undefined : noOf(await response.json())
  } catch {
    return { code: 'NO_CONNECTION' }
  } finally {
    clearTimeout(timer)
  }
}

function noOf (problem: unknown): No {
  if (typeof problem !== 'object' || problem === null || !('code' in problem)) return { code: 'UNREADABLE_ANSWER' }
  return { code: String(problem.code), ...'detail' in problem && { detail: String(problem.detail) } }
}
