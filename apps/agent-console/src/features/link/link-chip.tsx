import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../components/chip.tsx'
import { useLink } from '../../realtime/link-store.ts'

/** The state of the line, small, at the end of the bar. */
export function LinkChip() {
  const { t } = useTranslation()
  const status = useLink((s) => s.status)
  const online = status === 'online'
  const waiting = status === 'connecting' || status === 'reconnecting'
  const Icon = online ? CircleCheck : waiting ? LoaderCircle : TriangleAlert
  return (
    <span role="status" aria-label={t('link.state', { state: t(`link.${status}`) })}>
      <Chip tone={online ? 'available' : 'partial'}>
        <Icon size={12} aria-hidden="true" className={waiting ? 'motion-safe:animate-spin' : ''} />
        <span className="max-md:sr-only">{t(`link.${status}`)}</span>
      </Chip>
    </span>
  )
}
