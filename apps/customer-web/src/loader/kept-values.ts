/** The host page's storage for `key`: read (`value` undefined), written or (null) emptied. A visitor's token outlives the tab. */
export function kept(key: string, value?: string | null): string | null {
  try {
    const store = key.endsWith('token') ? localStorage : sessionStorage
    if (value === null) store.removeItem(key)
    else if (value !== undefined) store.setItem(key, value)
    return store.getItem(key)
  } catch {
    // The host page may be denied storage, or it is full: then nothing outlives the page, and that is all.
    return null
  }
}
