import type { EntryBody } from '@beckon/shared/model/entry'
import { sizeText } from '@beckon/shared/rules/file-size'
import { isDrawn } from '@beckon/shared/rules/file-types'
import { useEffect, useRef, useState } from 'react'
import { t } from './catalogue/text.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { pageLanguage } from './page-language.ts'
import './file-card.css'

export type FileBody = Extract<EntryBody, { kind: 'file' }>
/** Throws when the file cannot be had. */
export type LoadFile = (fileId: string, type: string) => Promise<Blob>

const bytes = 'application/octet-stream'

/** Puts a file where the browser keeps what is saved. */
function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The address of a picture in this page, while it is shown. */
function usePicture({ fileId, type }: FileBody, load: LoadFile): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!isDrawn(type)) return
    let made: string | undefined
    let gone = false
    load(fileId, type).then(
      (blob) => {
        if (gone) return
        made = URL.createObjectURL(blob)
        setAddress(made)
      },
      // Its row stays; saving it says why.
      () => undefined,
    )
    return () => {
      gone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [fileId, type, load])
  return address
}

export function FileCard({ file, load }: { file: FileBody; load: LoadFile }) {
  const picture = usePicture(file, load)
  const [failed, setFailed] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const onSave = () => {
    setFailed(false)
    load(file.fileId, bytes).then(
      (blob) => save(blob, file.name),
      () => setFailed(true),
    )
  }
  return (
    <div className="file-card">
      {isDrawn(file.type) && (
        <button
          type="button"
          className="file-picture"
          aria-label={t('file.look', { name: file.name })}
          disabled={picture === undefined}
          onClick={() => dialog.current?.showModal()}
        >
          {picture !== undefined && <img src={picture} alt="" />}
        </button>
      )}
      <button type="button" className="file-row" aria-label={t('file.save', { name: file.name })} onClick={onSave}>
        <Icon name="page" />
        <bdi className="file-name">{file.name}</bdi>
        <span className="file-size">{sizeText(file.size, pageLanguage())}</span>
      </button>
      {failed && (
        <p role="alert" className="file-trouble">
          {t('file.gone')}
        </p>
      )}
      {picture !== undefined && (
        <dialog className="file-dialog" ref={dialog} aria-label={file.name}>
          <IconButton label={t('app.close')} icon="close" onPress={() => dialog.current?.close()} />
          <img src={picture} alt={file.name} />
        </dialog>
      )}
    </div>
  )
}
