import { createRingTone } from '../components/sound/ring-tone.ts'
import { holdAlone, isHeld } from './in-one-tab.ts'
import { type SoundChoices, useSoundChoices } from './sound-choices.ts'

const name = 'beckon.ring'

/** The one ring of this page; of all tabs of the agent one rings. */
export const ringer = createRingTone({
  hold: (signal, held) => holdAlone(name, signal, held),
  heldElsewhere: () => isHeld(name),
})

const follow = ({ ringer: deviceId, volume }: SoundChoices) => ringer.playThrough({ deviceId, volume })
follow(useSoundChoices.getState())
useSoundChoices.subscribe(follow)
