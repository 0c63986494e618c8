import type { MeResponse } from '@beckon/shared/protocol/http'
import { type Action, mayOnSite } from '@beckon/shared/rules/permissions'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { useActs } from '../components/actions/use-acts.ts'

/** What supervisors and administrators open over their desk, and the act that it takes. */
const acts = { team: 'presence:read', explain: 'routing:explain', settings: 'site:change' } as const satisfies Record<
  string,
  Action
>
export type SiteTool = keyof typeof acts

const dialogs = {
  team: lazy(async () => ({ default: (await import('../features/team/team-dialog.tsx')).TeamDialog })),
  explain: lazy(async () => ({ default: (await import('../features/dry-run/dry-run-dialog.tsx')).DryRunDialog })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-dialog.tsx')).SettingsDialog })),
}

const useOpenTool = create<{ tool: SiteTool | undefined }>()(() => ({ tool: undefined }))
export const openTool = (tool: SiteTool | undefined) => useOpenTool.setState({ tool })

export const toolsFor = ({ agent }: MeResponse): SiteTool[] =>
  (Object.keys(acts) as SiteTool[]).filter((tool) => mayOnSite(agent.roles, acts[tool]))

/** The one that is open; all of them in the palette. */
export function SiteTools({ me }: { me: MeResponse }) {
  const { t } = useTranslation()
  const tool = useOpenTool((s) => s.tool)
  const tools = toolsFor(me)
  useActs(tools.map((id) => ({ id, group: 'desk', label: t(`siteTool.${id}`), run: () => openTool(id) })))
  if (tool === undefined || !tools.includes(tool)) return null
  const Dialog = dialogs[tool]
  return (
    <Suspense>
      <Dialog me={me} onClose={() => openTool(undefined)} />
    </Suspense>
  )
}
