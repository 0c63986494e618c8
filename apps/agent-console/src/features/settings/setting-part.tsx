import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import type { Versioned } from '../../realtime/fetch-json.ts'
import { useSetting } from './use-setting.ts'

interface SettingPartProps<T> {
  path: string
  /** `startOver` reads it anew and drops what the form holds. */
  children: (found: Versioned<T> | null, startOver: () => void) => ReactNode
}

/** Reads one setting and draws its form, anew after each start. */
export function SettingPart<T>({ path, children }: SettingPartProps<T>) {
  const { t } = useTranslation()
  const { data, isError, refetch } = useSetting<T>(path)
  const [starts, setStarts] = useState(0)
  const startOver = () => void refetch().then(() => setStarts((count) => count + 1))
  if (isError) {
    return (
      <div role="alert" className="flex flex-wrap items-center justify-between gap-3 p-4 text-dnd">
        {t('settings.notRead')}
        <Button onClick={() => void refetch()}>{t('app.tryAgain')}</Button>
      </div>
    )
  }
  if (data === undefined) {
    return (
      <p className="p-6 text-center text-muted" aria-busy="true">
        {t('settings.reading')}
      </p>
    )
  }
  return <div key={`${path} ${starts}`}>{children(data, startOver)}</div>
}
