import type { ContactQuery, DryRun, RoutingResource } from '@beckon/shared/protocol/rest/routing'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

/** People come and go meanwhile. */
const askedAgainMs = 3_000

export type AskedContact = Pick<ContactQuery, 'channel'> &
  Record<'subject' | 'segment' | 'whisper' | 'region' | 'locale' | 'agent' | 'customer', string>

export function dryRunPath(asked: AskedContact): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  return `/api/v1/routing/explanation?${new URLSearchParams(given).toString()}`
}

/** Who would get such a contact, as it is now and for as long as somebody looks. */
export function useDryRun(asked: AskedContact) {
  return useQuery({
    queryKey: ['dry-run', asked],
    queryFn: () => fetchJson<DryRun>(dryRunPath(asked)),
    placeholderData: keepPreviousData,
    refetchInterval: askedAgainMs,
    staleTime: 0,
  })
}

/** What the site's rules look at, to choose from. */
export function useRoutingWords() {
  const { data } = useQuery({
    queryKey: ['routing'],
    queryFn: () => fetchJson<RoutingResource>('/api/v1/routing'),
    staleTime: 0,
  })
  return data && wordsOf(data)
}

function wordsOf({ queues, groups, values, buttons }: RoutingResource) {
  const all = (words: readonly (string | undefined)[]) =>
    [...new Set(words.filter((word) => word !== undefined))].sort()
  return {
    queues: new Map(queues.map(({ key, name }) => [key, name])),
    segments: all([
      ...queues.flatMap(({ segments }) => segments),
      ...[...values, ...buttons].map(({ when }) => when.segment),
    ]),
    whispers: all(buttons.map(({ when }) => when.whisper)),
    regions: all([...groups.map(({ key }) => key), ...buttons.map(({ when }) => when.region)]),
  }
}
