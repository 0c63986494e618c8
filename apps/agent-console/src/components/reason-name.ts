import type { MeResponse } from '@beckon/shared/protocol/http'

/** In the site's words; a reason that was put away since keeps its key. */
export const reasonName = (reasons: MeResponse['presenceReasons'], key: string | null): string | undefined =>
  key === null ? undefined : (reasons.find((reason) => reason.key === key)?.name ?? key)
