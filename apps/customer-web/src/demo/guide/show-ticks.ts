import type { GuideStep } from '@beckon/shared/protocol/demo'

/** Ticks what was done and says what is next: the first step that is not. */
export function showTicks(guide: HTMLElement, ticked: readonly GuideStep[]): void {
  const steps = [...guide.querySelectorAll<HTMLElement>('[data-step]')]
  const isDone = ({ dataset }: HTMLElement) => ticked.some((step) => step === dataset['step'])
  const next = steps.find((step) => !isDone(step))
  for (const step of steps) {
    const done = isDone(step)
    step.classList.toggle('guide-done', done)
    if (step === next) step.setAttribute('aria-current', 'step')
    else step.removeAttribute('aria-current')
    step.querySelector('[data-open]')?.toggleAttribute('hidden', done)
    step.querySelector('[data-done]')?.toggleAttribute('hidden', !done)
  }
  const sentence = next?.dataset['step'] ?? 'finished'
  for (const say of guide.querySelectorAll<HTMLElement>('[data-say]')) {
    say.hidden = say.dataset['say'] !== sentence
  }
  const count = guide.querySelector('[data-guide-count]')
  if (count) count.textContent = `${steps.filter(isDone).length} / ${steps.length}`
}
