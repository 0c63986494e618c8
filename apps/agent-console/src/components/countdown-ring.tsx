interface CountdownRingProps {
  /** 1 at the start to 0 at the end. */
  fraction: number
  seconds: number
  label: string
  urgent: boolean
}

const radius = 18
const around = 2 * Math.PI * radius

/** A ring that empties; the number inside is the timer, said aloud only by the announcer beside it. */
export function CountdownRing({ fraction, seconds, label, urgent }: CountdownRingProps) {
  const tone = urgent ? 'text-dnd' : 'text-accent'
  return (
    <div className={`relative grid size-11 shrink-0 place-items-center ${tone}`}>
      <svg viewBox="0 0 44 44" className="absolute inset-0 -rotate-90" aria-hidden="true">
        <circle cx="22" cy="22" r={radius} fill="none" strokeWidth="4" className="stroke-line" />
        <circle
          cx="22"
          cy="22"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - fraction)}
        />
      </svg>
      <span role="timer" aria-label={label} className="relative text-lg font-bold text-ink">
        {seconds}
      </span>
    </div>
  )
}
