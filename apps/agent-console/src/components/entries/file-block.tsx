import type { EntryBody } from '@beckon/shared/model/entry'
import { sizeText } from '@beckon/shared/rules/file-size'
import { isDrawn } from '@beckon/shared/rules/file-types'
import { Download, FileText, Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileAddress } from './file-address.ts'
import { PictureDialog } from './picture-dialog.tsx'

export type FileBody = Extract<EntryBody, { kind: 'file' }>

interface FileBlockProps {
  file: FileBody
  /** Sent by staff: at the end side. */
  ours: boolean
  /** Who and when. */
  children: ReactNode
}

/** A picture is shown, anything else is a row; both can be saved. Among notes it looks like a note. */
export function FileBlock({ file, ours, children }: FileBlockProps) {
  const { t, i18n } = useTranslation()
  const [missing, setMissing] = useState(false)
  const drawn = isDrawn(file.type) && !missing
  return (
    <div
      className={`flex max-w-[min(72%,560px)] flex-col gap-1 max-md:max-w-[88%] ${ours ? 'ms-auto items-end' : 'items-start'}`}
    >
      <div className={file.note ? 'hatched rounded-e-md p-2' : 'rounded-lg border border-line bg-surface p-1'}>
        {file.note && (
          <p className="mb-1 flex items-center gap-1 text-xs font-semibold">
            <Lock size={12} aria-hidden="true" />
            {t('timeline.note')}
          </p>
        )}
        {drawn && <Picture file={file} onMissing={() => setMissing(true)} />}
        <a
          href={fileAddress(file.fileId)}
          download={file.name}
          aria-label={t('file.save', { name: file.name })}
          className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 hover:bg-sunken pointer-coarse:min-h-11"
        >
          <FileText size={16} aria-hidden="true" className="shrink-0 text-muted" />
          <bdi className="min-w-0 [overflow-wrap:anywhere]">{file.name}</bdi>
          <span className="shrink-0 text-xs text-muted">{sizeText(file.size, i18n.language)}</span>
          <Download size={14} aria-hidden="true" className="ms-auto shrink-0 text-muted" />
        </a>
      </div>
      <p className="px-1 text-xs text-muted">{children}</p>
    </div>
  )
}

function Picture({ file, onMissing }: { file: FileBody; onMissing: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label={t('file.look', { name: file.name })}
        onClick={() => setOpen(true)}
        className="mb-1 block overflow-hidden rounded-md bg-sunken"
      >
        <img
          src={fileAddress(file.fileId)}
          alt=""
          loading="lazy"
          decoding="async"
          onError={onMissing}
          // Room for it from the start, so that what is read does not jump.
          className="h-44 w-auto max-w-full min-w-32 object-contain"
        />
      </button>
      {open && <PictureDialog name={file.name} address={fileAddress(file.fileId)} onClose={() => setOpen(false)} />}
    </>
  )
}
