/** A server that cannot start for a reason its operator can mend: told in one line, without a stack. */
export class StartError extends Error {
  override readonly name: string = 'StartError'
}
