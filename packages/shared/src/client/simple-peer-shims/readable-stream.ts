type Listener = (...args: never[]) => void

/**
 * simple-peer inherits from a Node stream, of which a call uses only the events. Nothing is written to its data
 * channel, so ending and reading need no more than the fields simple-peer looks at.
 */
class Duplex {
  readonly _readableState = { ended: false }
  readonly _writableState = { finished: false }
  private readonly listeners = new Map<string, Listener[]>()

  on(event: string, listener: Listener): this {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
    return this
  }

  once(event: string, listener: Listener): this {
    const first: Listener = (...args) => {
      this.removeListener(event, first)
      listener(...args)
    }
    return this.on(event, first)
  }

  removeListener(event: string, listener: Listener): this {
    this.listeners.set(
      event,
      (this.listeners.get(event) ?? []).filter((known) => known !== listener),
    )
    return this
  }

  emit(event: string, ...args: never[]): boolean {
    const listeners = this.listeners.get(event) ?? []
    for (const listener of listeners) listener(...args)
    return listeners.length > 0
  }

  push(): boolean {
    return true
  }

  end(): this {
    return this
  }
}

const stream = { Duplex }
export { stream as 'module.exports', stream as default }
