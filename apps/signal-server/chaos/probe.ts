import { canonical } from './checker/canonical.ts'
import { newHistory } from './history.ts'
import { openPage, type View } from './page.ts'
import type { Population } from './population.ts'
import { tokenOf } from './test-sign-on.ts'
import { until } from './until.ts'

const withinMs = 10_000

/** Opens a page of every person on each node: both must show the same; returns who is shown two things. */
export async function probe(ports: readonly number[], { actors, siteKey }: Population): Promise<string[]> {
  const probes = actors.map(({ person, kind }) => ({
    person,
    pages: ports.map((port) =>
      openPage<View>({
        history: newHistory(),
        origin: `http://127.0.0.1:${port}`,
        endpoint: kind === 'staff' ? 'console' : 'customer',
        site: siteKey,
        person,
        token: tokenOf(kind, person),
        onView: () => undefined,
      }),
    ),
  }))
  try {
    return await until(() => {
      const differing = probes.filter(({ pages }) => new Set(pages.map((page) => content(page.view()))).size > 1)
      const blind = probes.filter(({ pages }) => pages.some((page) => page.view() === undefined))
      return [
        ...blind.map(({ person }) => `${person} is shown nothing`),
        ...differing.map(
          ({ person, pages }) => `${person} is shown ${pages.map((page) => content(page.view())).join(' and ')}`,
        ),
      ]
    }, withinMs)
  } finally {
    for (const { pages } of probes) for (const page of pages) page.abandon()
  }
}

function content(view: View | undefined): string {
  if (!view) return 'nothing'
  const { now: _now, version: _version, ...rest } = view
  return canonical(rest)
}
