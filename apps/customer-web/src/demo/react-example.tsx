import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Beckon, BeckonInteraction } from '../loader/beckon-api.ts'

/** Safe before the loader has run: its calls wait in `q`. In your own code: `import type { Beckon } from './beckon'`. */
const beckon: Beckon = (...call: unknown[]) => {
  const host = window as { Beckon?: { (...call: unknown[]): unknown; q?: unknown[] } }
  host.Beckon ??= Object.assign((...waiting: unknown[]) => void host.Beckon?.q?.push(waiting), { q: [] })
  return host.Beckon(...call) as never
}

/** The customer's open conversations; listening ends with the component. */
function useInteractions(): readonly BeckonInteraction[] {
  const [interactions, setInteractions] = useState<readonly BeckonInteraction[]>([])
  useEffect(() => beckon('on', 'interactions', setInteractions), [])
  return interactions
}

const steps = ['seats', 'meals', 'payment']

function Booking() {
  const [step, setStep] = useState(0)
  const interactions = useInteractions()
  const next = () => {
    const name = steps[(step + 1) % steps.length] ?? ''
    setStep(step + 1)
    // The trail follows the address by itself; the facts of this step replace those of the one before.
    history.pushState(null, '', `/demo/react-example/${name}`)
    beckon('setContext', { step: name })
  }
  return (
    <>
      <h1>Booking: {steps[step % steps.length]}</h1>
      <p>
        <button onClick={next}>Next step</button>{' '}
        <button onClick={() => beckon('startChat', { subject: 'booking' })}>Ask about this step</button>
      </p>
      <p>Open conversations: {interactions.length}</p>
    </>
  )
}

const app = document.querySelector('#app')
if (app !== null) createRoot(app).render(<Booking />)
