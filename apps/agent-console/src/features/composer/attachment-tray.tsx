import type { Attachment } from '@beckon/shared/client/attachments'
import type { CommandId } from '@beckon/shared/model/ids'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import { sizeText } from '@beckon/shared/rules/file-size'
import { CircleAlert, FileText, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentProblem } from './attachment-problem.ts'

interface AttachmentTrayProps {
  list: readonly Attachment[]
  policy: FilePolicy
  onRetry: (id: CommandId) => void
  onRemove: (id: CommandId) => void
}

/** What is chosen and not sent yet, each with how far it is. */
export function AttachmentTray({ list, policy, onRetry, onRemove }: AttachmentTrayProps) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <ul aria-label={t('file.chosen')} className="mx-2 mt-2 flex max-h-40 flex-col gap-1 overflow-y-auto">
      {list.map((each) => (
        <AttachmentRow key={each.id} attachment={each} policy={policy} onRetry={onRetry} onRemove={onRemove} />
      ))}
    </ul>
  )
}

type RowProps = Omit<AttachmentTrayProps, 'list'> & { attachment: Attachment }

function AttachmentRow({ attachment, policy, onRetry, onRemove }: RowProps) {
  const { t, i18n } = useTranslation()
  const { id, name, size, received, state, preview } = attachment
  const under = state === 'uploading' || state === 'waiting' || (state === 'checking' && received === 0)
  return (
    <li className="flex items-center gap-2 rounded-md border border-line bg-surface px-2 py-1">
      {preview === undefined ? (
        <FileText size={18} aria-hidden="true" className="mx-1.5 shrink-0 text-muted" />
      ) : (
        <img src={preview} alt="" className="size-8 shrink-0 rounded-sm object-cover" />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <bdi className="truncate">{name}</bdi>
          <span className="shrink-0 text-xs text-muted">{sizeText(size, i18n.language)}</span>
        </p>
        {under && (
          <progress
            aria-label={t('file.progress', { name })}
            value={received}
            max={size}
            className="block h-1 w-full overflow-hidden rounded-full accent-(--accent)"
          />
        )}
        <StateText attachment={attachment} policy={policy} />
      </div>
      {state === 'failed' && (
        <RowButton label={t('file.retry', { name })} onPress={() => onRetry(id)}>
          <RotateCw size={16} aria-hidden="true" />
        </RowButton>
      )}
      {state !== 'sending' && (
        <RowButton label={under ? t('file.cancel', { name }) : t('file.remove', { name })} onPress={() => onRemove(id)}>
          <X size={16} aria-hidden="true" />
        </RowButton>
      )}
    </li>
  )
}

function StateText({ attachment, policy }: { attachment: Attachment; policy: FilePolicy }) {
  const { t, i18n } = useTranslation()
  const { state, code = '', wanted } = attachment
  if (state === 'refused' || state === 'failed' || state === 'lost') {
    return (
      <p role="alert" className="flex items-center gap-1 text-xs text-dnd">
        <CircleAlert size={12} aria-hidden="true" className="shrink-0" />
        {state === 'lost' ? t('file.lost') : attachmentProblem(code, policy, i18n)}
      </p>
    )
  }
  const text =
    state === 'waiting'
      ? t('file.waiting')
      : state === 'ready'
        ? t('file.ready')
        : wanted || state === 'sending'
          ? t('file.going')
          : t('file.uploading')
  return <p className="text-xs text-muted">{text}</p>
}

function RowButton({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-11"
    >
      {children}
    </button>
  )
}
