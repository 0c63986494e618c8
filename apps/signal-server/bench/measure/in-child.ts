/** In a child: the arguments it was started with. */
export const childArguments = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T

/** In a child: says something to the bench. */
export function tell(message: object): void {
  process.send?.(message)
}
