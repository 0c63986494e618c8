/** Does it in one of this agent's tabs only, when several come to it at the same time. */
export async function inOneTab(name: string, act: () => Promise<unknown>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await act()
  })
}
