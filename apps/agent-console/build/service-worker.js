/**
 * The installed console's service worker. It keeps the built files of one version, whose names change with their
 * content, and the page without data that loads them: the console opens at once and without a network. Never an
 * answer of the API: what people say and do is always asked of the server.
 */
/** Replaced by the build with the files of this version. */
const shell = ['SHELL']
const page = '/console'
/** The same files make the same version: the browser sees a new one by this text alone. */
const version = `beckon-shell ${shell.join(' ')}`

addEventListener('install', (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll([page, ...shell])))
})

addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name)))),
  )
})

/** Said by a page whose agent wants the new version now. */
addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(skipWaiting())
})

const fromShell = async (request) => (await caches.match(request)) ?? fetch(request)
/** The server's page as long as it answers: it is the newest. */
const fromServer = (request) => fetch(request).catch(async () => (await caches.match(page)) ?? Response.error())

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (shell.includes(pathname)) event.respondWith(fromShell(request))
  else if (request.mode === 'navigate' && (pathname === page || pathname.startsWith(`${page}/`)))
    event.respondWith(fromServer(request))
})
