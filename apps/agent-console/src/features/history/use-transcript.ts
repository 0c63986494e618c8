import type { TranscriptResponse } from '@beckon/shared/protocol/http'
import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

export const useTranscript = (interactionId: string) =>
  useQuery({
    queryKey: ['transcript', interactionId],
    queryFn: () =>
      fetchJson<TranscriptResponse>(`/api/v1/interactions/${encodeURIComponent(interactionId)}/transcript`),
    staleTime: 0,
  })
