import type { Final } from '../final.ts'
import type { History } from '../history.ts'

/** No command hangs: once the faults have stopped, every one is answered whose page is still there to hear it. */
export function settled(history: History, _final: Final): string[] {
  return history.sent
    .filter(({ reply, left }) => reply === undefined && !left)
    .map(({ name, id, person }) => `${name} ${id} of ${person} was never answered`)
}
