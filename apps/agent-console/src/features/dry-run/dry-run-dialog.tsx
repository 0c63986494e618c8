import type { MeResponse } from '@beckon/shared/protocol/http'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Modal } from '../../components/modal.tsx'
import { ContactForm } from './contact-form.tsx'
import { DryRunResult } from './dry-run-result.tsx'
import { type AskedContact, useDryRun, useRoutingWords } from './use-dry-run.ts'

const codes = { subject: '', segment: '', whisper: '', region: '', locale: '', agent: '', customer: '' }
const plain: AskedContact = { channel: 'chat', ...codes }

/** “Who would get this contact now, and why?” Nothing rings. */
export function DryRunDialog({ me, onClose }: { me: MeResponse; onClose: () => void }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(plain)
  const words = useRoutingWords()
  const { data, isError, isPlaceholderData, refetch } = useDryRun(useDeferredValue(asked))
  return (
    <Modal shape="fit" title={t('dryRun.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 border-b border-line p-4">
        <p className="text-muted">{t('dryRun.lead')}</p>
        <ContactForm subjects={me.subjects} words={words} value={asked} onChange={setAsked} />
      </div>
      {isError && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-dnd">
          {t('dryRun.failed')}
          <Button onClick={() => void refetch()}>{t('app.tryAgain')}</Button>
        </div>
      )}
      {data === undefined && !isError && (
        <p className="px-4 py-6 text-center text-muted" aria-busy="true">
          {t('dryRun.asking')}
        </p>
      )}
      {data !== undefined && !isError && (
        <div className={`pb-2 transition-opacity duration-150 ${isPlaceholderData ? 'opacity-60' : ''}`}>
          <DryRunResult run={data} queueName={words?.queues.get(data.queue) ?? data.queue} />
        </div>
      )}
    </Modal>
  )
}
