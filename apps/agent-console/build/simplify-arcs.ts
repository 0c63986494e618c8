/** Corners of a border as TopoJSON keeps them: whole steps of a grid, each from the one before. */
type Arc = readonly (readonly [number, number])[]
type Corner = readonly [number, number]

/** Corners. */
const smallIsland = 16

/** How far `p` is from the stretch between `a` and `b`. */
function distance([px, py]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length))
  return Math.hypot(px - ax - along * dx, py - ay - along * dy)
}

/**
 * Leaves out the corners that nobody misses (Douglas and Peucker, 1973): those nearer than `tolerance`, in degrees, to
 * the line without them. Two countries share an arc, so their border stays one, and of each arc its farthest corner stays,
 * so that the smallest country is still an area. The ring of an island of few corners stays as it is: an atoll's would
 * turn over, and be the whole world but the atoll.
 */
export function simplifyArc(arc: Arc, [gridX, gridY]: Corner, tolerance: number): Arc {
  let at: Corner = [0, 0]
  const steps = arc.map(([x, y]): Corner => (at = [at[0] + x, at[1] + y]))
  const corners = steps.map(([x, y]): Corner => [x * gridX, y * gridY])
  const last = steps.length - 1
  const kept = new Set([0, last])
  const keep = (from: number, to: number, sure: number): void => {
    let farthest = { index: -1, by: -1 }
    for (let index = from + 1; index < to; index++) {
      const by = distance(corners[index] ?? [0, 0], corners[from] ?? [0, 0], corners[to] ?? [0, 0])
      if (by > farthest.by) farthest = { index, by }
    }
    if (farthest.index < 0 || (sure === 0 && farthest.by <= tolerance)) return
    kept.add(farthest.index)
    keep(from, farthest.index, Math.max(0, sure - 1))
    keep(farthest.index, to, Math.max(0, sure - 1))
  }
  const island = steps[0]?.join() === steps[last]?.join()
  if (island && arc.length <= smallIsland) return arc
  keep(0, last, island ? 2 : 1)
  at = [0, 0]
  return steps
    .filter((_step, index) => kept.has(index))
    .map(([x, y]) => {
      const step: Corner = [x - at[0], y - at[1]]
      at = [x, y]
      return step
    })
}
