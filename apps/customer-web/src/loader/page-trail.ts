/** As the loader keeps it: the panel script reads how long each page was shown from when the next was entered. */
export interface KeptEntry {
  /** Origin and path, never the query. */
  url: string
  title: string
  enteredAt: number
  /** Set for something the page tracked, not a page. */
  event?: string | undefined
}

/**
 * Adds this page, or an event of it, to the trail of this tab: the last 20, oldest first; a reload is one visit.
 * Whatever another script left under our key is checked by the panel script and the frame, which read it.
 */
export function track(site: string, title = document.title, event?: string): void {
  const key = `beckon.${site}.trail`
  const url = location.origin + location.pathname
  const trail: KeptEntry[] = JSON.parse(sessionStorage[key] || '[]')
  if (event || trail.slice(-1)[0]?.url !== url)
    sessionStorage[key] = JSON.stringify([...trail.slice(-19), { url, title, enteredAt: Date.now(), event }])
}
