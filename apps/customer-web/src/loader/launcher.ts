/* Styled through CSSOM (`style.cssText`), which a host's `style-src` does not forbid. */
const style =
  ':16px;bottom:16px;position:fixed;z-index:99999;border:0;border-radius:24px;padding:16px 24px;font:600 15px system-ui;color:#fff;background:'

/** The floating button: one more `data-beckon` button of the page. */
export function makeLauncher({ accent, position }: DOMStringMap): HTMLButtonElement {
  const launcher = document.createElement('button')
  launcher.style.cssText = (position || 'inset-inline-end') + style + (accent || '#2f56d6')
  launcher.textContent = 'Contact'
  launcher.dataset.beckon = ''
  return launcher
}

/** Writes `word` at the end of each `data-beckon` button of the page; `near` hears of a pointer over one. */
export function sayOnButtons(word: string, near?: () => void): void {
  document.querySelectorAll('[data-beckon]').forEach((button) => {
    // Without `near` nothing listens.
    button.addEventListener('pointerover', near as () => void)
    const tail = button.querySelector('beckon-word') || button.appendChild(document.createElement('beckon-word'))
    tail.textContent = ' ' + word
  })
}
