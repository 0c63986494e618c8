/** The code of calls; asked for as soon as this agent takes calls, so that no answer waits for it. */
export async function loadCallBar() {
  const [{ CallBar }, { preloadPeer }] = await Promise.all([
    import('./call-bar.tsx'),
    import('@beckon/shared/client/peer-call'),
  ])
  preloadPeer()
  return { default: CallBar }
}
