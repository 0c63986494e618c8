import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { simplifyArc } from './simplify-arcs.ts'

interface Atlas {
  transform: { scale: [number, number] }
  objects: { countries: { geometries: { id?: string }[] } }
  arcs: [number, number][][]
}

/** Degrees; a pixel of the map in the customer pane. */
const tolerance = 0.05

/** The atlas as the customer pane draws it, which knows every country and no more corners than can be seen. */
export function smallAtlas(text: string): string {
  const { transform, objects, arcs, ...rest } = JSON.parse(text) as Atlas
  const { countries } = objects
  const geometries = countries.geometries.map(({ id: _code, ...geometry }) => geometry)
  const simple = arcs.map((arc) => simplifyArc(arc, transform.scale, tolerance))
  return JSON.stringify({ ...rest, transform, objects: { countries: { ...countries, geometries } }, arcs: simple })
}

/** Ships the map at what is seen of it: less than half the file, with all the small countries that coarser ones leave out. */
export const smallMap = (): Plugin => ({
  name: 'beckon:small-map',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /countries-50m\.json\?url$/ },
    handler(id) {
      const source = smallAtlas(readFileSync(id.replace('?url', ''), 'utf8'))
      const file = this.emitFile({ type: 'asset', name: 'countries.json', source })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  },
})
