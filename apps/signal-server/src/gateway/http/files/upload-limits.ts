import type { Principal } from '@beckon/shared/model/principal'
import { AllowanceWindow } from '../../sockets/allowance-window.ts'
import { HttpProblem } from '../http-problem.ts'

/** Of one person within `lateMs`, on all nodes. */
export const uploadQuota = {
  customer: { files: 20, bytes: 100_000_000 },
  staff: { files: 200, bytes: 1_000_000_000 },
  lateMs: 3_600_000,
} as const satisfies Record<Principal['kind'], object> & { lateMs: number }

/** Parts of one person, on this node. */
const parts = { points: 300, seconds: 60 }
/** Parts in memory at once: of one person, of all. */
const atOnce = { person: 4, all: 64 }

/** Lets a part in, or throws; call what is returned when it is done. */
export function createUploadLimits(): (person: string) => () => void {
  const window = new AllowanceWindow(parts)
  const present = new Map<string, number>()
  let all = 0
  return (person) => {
    const own = present.get(person) ?? 0
    if (!window.spend(person) || own >= atOnce.person) throw new HttpProblem('rate-limited')
    if (all >= atOnce.all) throw new HttpProblem('busy')
    present.set(person, own + 1)
    all += 1
    return () => {
      all -= 1
      const left = (present.get(person) ?? 1) - 1
      if (left === 0) present.delete(person)
      else present.set(person, left)
    }
  }
}
