const key = 'blue-sky.guide'
/** Contacts of one browser that are asked about, newest last. */
const MOST = 20

/** What a browser keeps of the guide, for all pages of the demo. */
export interface KeptGuide {
  open: boolean
  references: string[]
  /** Server time of the first look; 0: none yet. */
  since: number
  /** Which demo it was; 0: none yet. */
  madeAt: number
}

const fresh: KeptGuide = { open: true, references: [], since: 0, madeAt: 0 }

export function readKept(): KeptGuide {
  const text = localStorage.getItem(key)
  return text === null ? fresh : { ...fresh, ...(JSON.parse(text) as Partial<KeptGuide>) }
}

export function keep(change: Partial<KeptGuide>): void {
  const next = { ...readKept(), ...change }
  localStorage.setItem(key, JSON.stringify({ ...next, references: next.references.slice(-MOST) }))
}
