import { readdirSync, readFileSync } from 'node:fs'

interface Stat {
  pid: number
  parent: number
  /** Of the process's own threads and of the children it has waited for, in clock ticks. */
  ticks: number
}

/** `USER_HZ`, which Linux fixes at 100 for what it shows in /proc. */
const TICKS_PER_SECOND = 100

/** proc_pid_stat(5): the name in brackets may hold spaces; after it, field 3 comes first. */
function readStat(pid: number): Stat | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It ended between two looks; its parent has its ticks then.
    return undefined
  }
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [parent = 0] = fields.slice(1)
  return { pid, parent, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }
}

/** CPU seconds that these processes and their children have used so far. */
export function cpuSeconds(pids: readonly number[]): number {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []))
  const counted = all.filter(({ pid, parent }) => pids.includes(pid) || pids.includes(parent))
  return counted.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND
}

/** Of a process named by one of its children: PostgreSQL's postmaster by a backend. */
export function parentOf(pid: number): number {
  const stat = readStat(pid)
  if (!stat) throw new Error(`Process ${pid} has ended`)
  return stat.parent
}
