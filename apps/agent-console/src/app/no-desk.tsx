import type { MeResponse } from '@beckon/shared/protocol/http'
import { LayoutPanelLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { AccountMenu } from './account-menu.tsx'
import { openTool, toolsFor } from './site-tools.tsx'

/** Signed in without a role that serves contacts: says so, and how to go on. */
export function NoDesk({ me }: { me: MeResponse }) {
  const { t } = useTranslation()
  const roles = me.agent.roles.map((role) => t(`signIn.role.${role}`)).join(', ')
  const tools = toolsFor(me)
  return (
    <main className="flex h-full flex-col">
      <div className="flex justify-end border-b border-line bg-surface px-3 py-1.5">
        <AccountMenu me={me} />
      </div>
      <EmptyState
        icon={<LayoutPanelLeft size={22} aria-hidden="true" />}
        title={t('app.noDesk')}
        hint={t('app.noDeskHint', { roles })}
      >
        {tools.length > 0 && (
          <div className="mt-4 flex flex-wrap justify-center gap-2">
            {tools.map((tool) => (
              <Button key={tool} onClick={() => openTool(tool)}>
                {t(`siteTool.${tool}`)}
              </Button>
            ))}
          </div>
        )}
      </EmptyState>
    </main>
  )
}
