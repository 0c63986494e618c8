/** The code of calls; asked for while an offer rings, so that the answer does not wait for it. */
export async function loadCallBar() {
  const [{ CallBar }, { preloadPeer }] = await Promise.all([
    import('./call-bar.tsx'),
    import('@beckon/shared/client/peer-call'),
  ])
  preloadPeer()
  return { default: CallBar }
}
