import type { GuideStep } from '@beckon/shared/protocol/demo'
import { arabic, english } from './guide-words.ts'

/**
 * The guide as a page holds it, nothing ticked: `follow-guide.ts` ticks what has happened. All sentences are there
 * already and shown one at a time, so that the script needs no words.
 */
export function guideStrip(lang: string): string {
  const words = lang === 'ar' ? arabic : english
  const keys = Object.keys(words.steps) as GuideStep[]
  const steps = keys.map((step) => {
    const { name, say } = words.steps[step]
    if (step === 'expert') {
      return `<li class="guide-coming">${name} <span class="guide-state">${words.coming}</span><span class="unseen">: ${say}</span></li>`
    }
    return `<li data-step="${step}">${name} <span class="unseen" data-open>${words.open}</span><span class="unseen" data-done hidden>${words.done}</span></li>`
  })
  const sentences = keys
    .filter((step) => step !== 'expert')
    .map((step, i) => `<span data-say="${step}"${i === 0 ? '' : ' hidden'}>${words.steps[step].say}</span>`)
  return `<details class="guide" data-guide open>
      <summary>${words.title} <bdi class="guide-count" dir="ltr" data-guide-count></bdi></summary>
      <ol>
        ${steps.join('\n        ')}
      </ol>
      <div class="guide-next">
        <p role="status">${sentences.join('')}<span data-say="finished" hidden>${words.finished}</span></p>
        <p><a href="/console" target="_blank" rel="noopener">${words.console}</a> · <a href="/demo/start">${words.start}</a> · <button type="button" class="guide-reset" data-reset="${words.surely}" data-failed="${words.notReset}">${words.reset}</button></p>
      </div>
    </details>`
}
