import type { AgentView } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** The site as it was told last; undefined before the first view. */
export const useLiveSite = create<{ site: AgentView['site'] | undefined }>()(() => ({ site: undefined }))

export function setSite(site: AgentView['site'] | undefined): void {
  const known = useLiveSite.getState().site
  if (known?.configuredAt !== site?.configuredAt || known?.madeAt !== site?.madeAt) useLiveSite.setState({ site })
}
