/** Carries Engine.IO packets, whole and in order. https://github.com/socketio/engine.io-protocol (version 4) */
export interface RawLine {
  send(packet: string): void
  /** No event follows. */
  close(): void
}
export interface RawEvents {
  packet(packet: string): void
  /** Once, when it ended or never opened. */
  closed(): void
}
/** `url` ends in a query that names no transport yet. */
export type OpenRawLine = (url: string, events: RawEvents) => RawLine
