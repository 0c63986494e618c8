import { Search } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionKeys } from '../components/actions/action-keys.tsx'
import { useAction } from '../components/actions/use-acts.ts'
import { useKeys } from '../components/actions/use-keys.ts'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'

const PaletteDialog = lazy(async () => ({
  default: (await import('../features/palette/palette-dialog.tsx')).PaletteDialog,
}))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog,
}))

/** The way into palette and shortcuts, by click or by keys. */
export function PaletteButton() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'palette' | 'shortcuts'>()
  const keys = useKeys('desk.palette')
  useAction('desk.palette', () => setOpen(open === 'palette' ? undefined : 'palette'))
  useAction('desk.shortcuts', () => setOpen('shortcuts'))
  const close = () => setOpen(undefined)
  return (
    <>
      <ActionKeys />
      <Button
        aria-label={t('action.desk.palette')}
        {...keys.props(t('palette.title'))}
        onClick={() => setOpen('palette')}
      >
        <Search size={16} aria-hidden="true" />
        <span className="max-[1400px]:hidden">{t('palette.title')}</span>
        <span className="max-md:hidden">{keys.text !== '' && <Kbd keys={keys.text} />}</span>
      </Button>
      <Suspense>
        {open === 'palette' && <PaletteDialog onClose={close} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </>
  )
}
