/** Asks first, then has the demo made anew; `done` once it is. */
export function resetButton(guide: HTMLElement, done: () => void): void {
  const button = guide.querySelector<HTMLButtonElement>('[data-reset]')
  button?.addEventListener('click', () => {
    const { reset, failed } = button.dataset
    if (!confirm(reset)) return
    button.disabled = true
    fetch('/demo/reset', { method: 'POST' })
      .then((response) => {
        if (!response.ok) throw new Error(`reset: ${response.status}`)
        done()
      })
      .catch((error: unknown) => {
        console.warn('Demo guide:', error)
        alert(failed)
      })
      .finally(() => {
        button.disabled = false
      })
  })
}
