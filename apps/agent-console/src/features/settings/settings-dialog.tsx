import type { MeResponse } from '@beckon/shared/protocol/http'
import type { RoutingResource } from '@beckon/shared/protocol/rest/routing'
import type { SiteResource } from '@beckon/shared/protocol/rest/site'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Modal } from '../../components/modal.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { ContactPages } from './contact-pages.tsx'
import { HoursForm } from './hours-form.tsx'
import { LookForm } from './look-form.tsx'
import { SettingPart } from './setting-part.tsx'

const parts = ['pages', 'look', 'hours'] as const
const sitePath = '/api/v1/site'
const routingPath = '/api/v1/routing'

/** What an administrator sets by hand; all else is in the API. */
export function SettingsDialog({ me, onClose }: { me: MeResponse; onClose: () => void }) {
  const { t } = useTranslation()
  const [part, setPart] = useState<(typeof parts)[number]>('pages')
  const panelId = useId()
  return (
    <Modal title={t('settings.title', { site: me.site.name })} closeLabel={t('app.close')} onClose={onClose}>
      <div className="border-b border-line p-2">
        <Tabs
          label={t('settings.parts')}
          tabs={parts.map((key) => ({ key, label: t(`settings.part.${key}`) }))}
          chosen={part}
          panelId={panelId}
          onChoose={setPart}
        />
      </div>
      <div id={panelId} role="tabpanel" aria-label={t(`settings.part.${part}`)}>
        {part === 'pages' && <ContactPages subjects={me.subjects} />}
        {part === 'look' && (
          <SettingPart<SiteResource> key={sitePath} path={sitePath}>
            {(found, startOver) => found && <LookForm path={sitePath} found={found} onStartOver={startOver} />}
          </SettingPart>
        )}
        {part === 'hours' && (
          <SettingPart<RoutingResource> key={routingPath} path={routingPath}>
            {(found, startOver) => found && <HoursForm path={routingPath} found={found} onStartOver={startOver} />}
          </SettingPart>
        )}
      </div>
    </Modal>
  )
}
