import type { TranscriptResponse } from '@beckon/shared/protocol/http'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

export const transcriptQuery = (interactionId: string) =>
  queryOptions({
    queryKey: ['transcript', interactionId],
    queryFn: () =>
      fetchJson<TranscriptResponse>(`/api/v1/interactions/${encodeURIComponent(interactionId)}/transcript`),
    staleTime: 0,
  })

export const useTranscript = (interactionId: string) => useQuery(transcriptQuery(interactionId))
