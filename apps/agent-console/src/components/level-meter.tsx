interface LevelMeterProps {
  label: string
  /** 0 (silence) to 1. */
  level: number
  words: { silent: string; sound: string }
}

const steps = [0.04, 0.14, 0.3, 0.5]

/** Four bars; sound is also said in a word, for eyes and ears that need it. */
export function LevelMeter({ label, level, words }: LevelMeterProps) {
  const lit = steps.filter((step) => level >= step).length
  return (
    <span
      role="img"
      aria-label={`${label}: ${lit > 0 ? words.sound : words.silent}`}
      className="inline-flex items-end gap-0.5"
    >
      {steps.map((step, index) => (
        <span
          key={step}
          className={`w-[3px] rounded-sm ${['h-1.5', 'h-2', 'h-3', 'h-4'][index]} ${index < lit ? 'bg-available forced-colors:bg-[Highlight]' : 'bg-line-strong forced-colors:bg-[GrayText]'}`}
        />
      ))}
    </span>
  )
}
