/** Corner and layer are the launcher's, which it stands above. */
const style =
  ';bottom:80px;max-width:300px;max-height:60px;overflow:hidden;padding:8px 16px;background:#fff;color:#111827;font:15px/22px system-ui;text-align:start;overflow-wrap:anywhere;box-shadow:0 4px 16px #0004'

/** The last words that wait in the closed panel; empty words take them away. */
export function makePreview(launcher: HTMLElement, open: () => void): (words: string) => void {
  const preview = document.createElement('button')
  preview.dir = 'auto'
  preview.onclick = open
  return (words) => {
    preview.remove()
    // A page that shows no launcher has its own place for news.
    if (!words || !launcher.isConnected || launcher.hidden) return
    preview.style.cssText = launcher.style.cssText + style
    preview.textContent = words
    document.body.append(preview)
  }
}
