/** Which of several screens in one browser a page acts as. */
export type Seat = 'staff' | 'kiosk' | 'board' | 'sign' | 'rating'

const prefix = /^\/o\/([^/]+)/

/** The office named by the page's own address, where several share a server. */
export function officeOf (path: string = location.pathname): string | undefined {
  const found = prefix.exec(path)?.[1]
  return found === undefined ? undefined : decodeURIComponent(found)
}

/** Puts the page's office in front of a path of the same server. */
export function withOffice (path: string, page: string = location.pathname): string {
  return (prefix.exec(page)?.[0] ?? '') + path
}

/** The last part of the page's address: the counter of /rating/3, the token of /t/abc. */
export function lastPart (page: string = location.pathname): string {
  return decodeURIComponent(page.replace(/\/+$/, '').split('/').pop() ?? '')
}
