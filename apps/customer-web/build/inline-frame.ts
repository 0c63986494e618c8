import type { Plugin, Rolldown } from 'vite'

/** Where the parts that come later find what they share with the script in the page. */
const shared = 'globalThis.beckonFrame'

/** `{a as b,c}` of an import or export, as pairs of names. */
const pairs = (names: string): [string, string][] =>
  names.split(',').map((pair) => {
    const [inner = '', outer = inner] = pair.trim().split(' as ')
    return [inner, outer]
  })

/** Instead of an export: a script in a page has no address that others could import from. */
const publish = (code: string): string =>
  code.replace(/export\s*\{([^}]*)\};?\s*$/, (_, names: string) => {
    const getters = pairs(names).map(([inner, outer]) => `get ${outer}(){return ${inner}}`)
    return `${shared}={${getters.join(',')}};`
  })

const takeFrom = (file: string, code: string): string =>
  code.replaceAll(
    new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]\\./${file}["'\`];?`, 'g'),
    (_, names: string) =>
      `const{${pairs(names)
        .map(([theirs, ours]) => `${theirs}:${ours}`)
        .join(',')}}=${shared};`,
  )

/**
 * Script and style of the frame become part of its page: the panel opens in one round trip. What comes later stays in
 * files of its own and takes from the script in the page what both need.
 */
export const inlineFrame = (): Plugin => ({
  name: 'beckon-inline-frame',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['frame.html']
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      if (page?.type !== 'asset' || entry?.type !== 'chunk') throw new Error('the frame was not built')
      if (entry.imports.length > 0) throw new Error(`the frame's script needs ${entry.imports.join()}`)
      const styles = [...(entry.viteMetadata?.importedCss ?? [])]
      const gone = [entry.fileName, ...styles]
      const name = entry.fileName.replace('assets/', '')
      const nameless = (code: string) =>
        gone.reduce((made, file) => made.replaceAll(JSON.stringify(file), '""').replaceAll(`\`${file}\``, '""'), code)

      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file !== entry) file.code = nameless(takeFrom(name, file.code))
      }
      const script = nameless(publish(entry.code)).replaceAll(/import\((["'`])\.\//g, 'import($1/widget/assets/')
      const style = styles.map((file) => text(bundle[file])).join('')
      page.source = text(page)
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replaceAll(/\s*<link rel="stylesheet"[^>]*>/g, '')
        // A function: `$` in code means nothing.
        .replace('</head>', () => `<style>${style}</style></head>`)
        .replace(
          '</body>',
          () => `<script type="module">${script.replaceAll('</script', '<\\/script')}</script></body>`,
        )
      for (const file of gone) delete bundle[file]
    },
  },
})

function text(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string {
  if (file?.type !== 'asset') throw new Error('no such file was built')
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source)
}
