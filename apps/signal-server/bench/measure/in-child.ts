/** In a child: the arguments it was started with. */
export const childArguments = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T

/** In a child: says something to the bench. */
export function tell(message: object): void {
  process.send?.(message)
}

/** In a child started with `--expose-gc`: collects garbage when asked, and tells what memory is left in use. */
export function answerCollect(): void {
  process.on('message', (question) => {
    if (question !== 'collect') return
    // What the last turns left to be done is done first, and a second collection takes what the first set free.
    setTimeout(() => {
      globalThis.gc?.()
      globalThis.gc?.()
      tell({ residentKb: process.memoryUsage.rss() / 1_024 })
    }, 2_000)
  })
}
