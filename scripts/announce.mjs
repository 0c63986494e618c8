/** Tells what takes a while, and, by the returned function, how long it took. */
export function announce(what) {
  const started = performance.now()
  console.log(`${what} …`)
  return () => console.log(`${what}: ${((performance.now() - started) / 1_000).toFixed(1)} s`)
}
