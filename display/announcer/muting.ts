const key = 'moiso.mute'

/** Whether this device keeps silent: `?mute=1` or `?mute=0` in the address decides and is remembered; else what was remembered. */
export function isMuted (search: string = location.search): boolean {
  const asked = new URLSearchParams(search).get('mute')
  if (asked !== null) rememberMuted(asked !== '0')
  try {
    return asked === null ? localStorage.getItem(key) === '1' : asked !== '0'
  } catch {
    return asked !== null && asked !== '0'
  }
}

export function rememberMuted (muted: boolean): void {
  try {
    localStorage.setItem(key, muted ? '1' : '0')
  } catch { /* a browser without storage: for this page only */ }
}

/** `?voice=vi,en`: what is spoken, in this order. */
export function spokenLanguages (search: string = location.search): readonly string[] {
  const asked = (new URLSearchParams(search).get('voice') ?? '').split(',').map(language => language.trim()).filter(Boolean)
  return asked.length > 0 ? [...new Set(asked)] : ['vi']
}
