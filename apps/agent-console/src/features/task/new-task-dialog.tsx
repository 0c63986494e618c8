import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Modal } from '../../components/modal.tsx'
import { useCommand } from '../../realtime/use-command.ts'

interface NewTaskDialogProps {
  subjects: MeResponse['subjects']
  /** The contact on the desk, which the task may be of. */
  about: WorkView | undefined
  onClose: () => void
}

/** Leaves work to be done, of the contact on the desk or of nobody [TA1]. */
export function NewTaskDialog({ subjects, about, onClose }: NewTaskDialogProps) {
  const { t } = useTranslation()
  const send = useCommand()
  const [text, setText] = useState('')
  const [subject, setSubject] = useState(about?.subject ?? subjects[0]?.key ?? '')
  const [due, setDue] = useState('')
  const [ofContact, setOfContact] = useState(about !== undefined)
  const [sending, setSending] = useState(false)
  const leave = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const made = await send('task:create', {
      text,
      ...(subject !== '' && { subject }),
      ...(due !== '' && { dueAt: new Date(due).getTime() }),
      ...(ofContact && about !== undefined && { parentId: about.id }),
    })
    setSending(false)
    if (made !== undefined) onClose()
  }
  const name = about === undefined || about.customer.name === '' ? t('offer.visitor') : about.customer.name
  return (
    <Modal shape="fit" title={t('task.new')} closeLabel={t('app.close')} onClose={onClose}>
      <form className="flex flex-col gap-3 p-4" onSubmit={(event) => void leave(event)}>
        <Field label={t('task.text')}>
          {(parts) => (
            <textarea
              {...parts}
              required
              maxLength={2_000}
              rows={4}
              dir={text === '' ? undefined : 'auto'}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('task.subject')}>
          {(parts) => (
            <select {...parts} value={subject} onChange={(event) => setSubject(event.target.value)}>
              {subjects.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('task.dueAt')} hint={t('task.dueHint')}>
          {(parts) => (
            <input {...parts} type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
          )}
        </Field>
        {about !== undefined && (
          <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input type="checkbox" checked={ofContact} onChange={(event) => setOfContact(event.target.checked)} />
            {t('task.about', { name })}
          </label>
        )}
        <Button type="submit" look="primary" className="self-end" disabled={sending || text.trim() === ''}>
          {t('task.leave')}
        </Button>
      </form>
    </Modal>
  )
}
