import type { RatingRequest } from '../../common/contract/rating.ts'
import { language } from '../../common/ui/language.ts'
import { withOffice } from '../../common/ui/place.ts'

const patienceMs = 10_000

/**
 * Sends an answer without any cookie: an officer who tries a citizen's page in their own browser
 * is still nobody here. Returns the code of a "no".
 */
export async function sendRating (request: RatingRequest): Promise<string | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(withOffice('/api/v1/ratings'), {
      method: 'POST', credentials: 'omit', signal: stop.signal,
      // The page itself names no referrer, and Chromium 69 would then call its origin "null", a stranger's.
      referrerPolicy: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json, application/problem+json', 'Accept-Language': language.current },
      body: JSON.stringify(request)
    })
    return response.ok ? undefined : codeOf(await response.json())
  } catch {
    return 'NO_CONNECTION'
  } finally {
    clearTimeout(timer)
  }
}

function codeOf (problem: unknown): string {
  return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : 'UNREADABLE_ANSWER'
}
