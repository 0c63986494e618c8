/** As a page must call it that cannot know whether the loader is there yet. */
export function beckon(...call: unknown[]): void {
  const stub = (...args: unknown[]) => {
    if (Array.isArray(stub.q)) stub.q.push(args)
  }
  stub.q = [] as unknown
  window.Beckon ??= stub
  window.Beckon(...call)
}
