export const actGroups = ['work', 'offer', 'write', 'call', 'presence', 'desk'] as const
export type ActGroup = (typeof actGroups)[number]

interface ActionRow {
  group: ActGroup
  /** Chord of `chord-of.ts`; an agent may choose another. */
  keys: string
}

/** Every action that has keys. Letters go by their place on the keyboard, with Alt, so that they work while typing. */
export const actions = {
  'work.next': { group: 'work', keys: 'Alt+J' },
  'work.previous': { group: 'work', keys: 'Alt+K' },
  'work.end': { group: 'work', keys: 'Alt+X' },
  'offer.accept': { group: 'offer', keys: 'Alt+A' },
  'queue.pick': { group: 'offer', keys: 'Alt+P' },
  'write.reply': { group: 'write', keys: 'Alt+R' },
  'write.note': { group: 'write', keys: 'Alt+N' },
  'call.ask': { group: 'call', keys: 'Alt+C' },
  'call.mute': { group: 'call', keys: 'Alt+M' },
  'call.hangUp': { group: 'call', keys: 'Alt+H' },
  'desk.palette': { group: 'desk', keys: 'Mod+K' },
  'desk.shortcuts': { group: 'desk', keys: '?' },
  'desk.workPane': { group: 'desk', keys: '[' },
  'desk.customerPane': { group: 'desk', keys: ']' },
} as const satisfies Record<string, ActionRow>

export type ActionId = keyof typeof actions
export const actionIds = Object.keys(actions) as ActionId[]
