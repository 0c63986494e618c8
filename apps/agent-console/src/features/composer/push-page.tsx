import type { MeResponse } from '@beckon/shared/protocol/http'
import { PanelTop } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import type { Page } from './page-choice.ts'

const PushDialog = lazy(async () => ({ default: (await import('./push-dialog.tsx')).PushDialog }))

interface PushPageProps {
  pages: MeResponse['pages']
  /** Where addresses beyond the stored pages may lead. */
  origins: MeResponse['pageOrigins']
  onPush: (page: Page) => void
}

export function PushPage({ pages, origins, onPush }: PushPageProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <PanelTop size={16} aria-hidden="true" />
        {t('composer.push')}
      </Button>
      {open && (
        <Suspense>
          <PushDialog
            pages={pages}
            origins={origins}
            onPush={(chosen) => {
              setOpen(false)
              chosen.forEach(onPush)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
