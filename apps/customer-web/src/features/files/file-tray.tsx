import type { Attachment } from '@beckon/shared/client/attachments'
import type { StreamId } from '@beckon/shared/model/ids'
import { sizeText } from '@beckon/shared/rules/file-size'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { pageLanguage } from '../../components/page-language.ts'
import { attachments, useAttached } from './attached.ts'
import { problemText } from './problem-text.ts'
import './file-tray.css'

/** What is chosen and not sent yet, each with how far it is. */
export function FileTray({ streamId }: { streamId: StreamId }) {
  const list = useAttached((store) => store.list).filter((one) => one.streamId === streamId)
  if (list.length === 0) return null
  return (
    <ul className="file-tray" aria-label={t('file.chosen')}>
      {list.map((one) => (
        <Chosen key={one.id} file={one} />
      ))}
    </ul>
  )
}

const isUnderWay = ({ state }: Attachment): boolean =>
  state === 'checking' || state === 'uploading' || state === 'waiting'

function Chosen({ file }: { file: Attachment }) {
  const { id, name, size, received, preview, state } = file
  const underWay = isUnderWay(file)
  return (
    <li>
      {preview === undefined ? <Icon name="page" /> : <img src={preview} alt="" />}
      <div className="file-chosen">
        <p>
          <bdi>{name}</bdi> <span className="file-size">{sizeText(size, pageLanguage())}</span>
        </p>
        {underWay && <progress aria-label={t('file.progress', { name })} value={received} max={size} />}
        <StateText file={file} />
      </div>
      {state !== 'sending' && (
        <IconButton
          label={t(underWay ? 'file.cancel' : 'file.remove', { name })}
          icon="close"
          onPress={() => attachments.remove(id)}
        />
      )}
    </li>
  )
}

function StateText({ file: { id, state, code = '', wanted, name } }: { file: Attachment }) {
  if (state === 'refused' || state === 'failed' || state === 'lost') {
    return (
      <p className="file-trouble" role="alert">
        {state === 'lost' ? t('file.lost') : problemText(code)}{' '}
        {state === 'failed' && (
          <button
            type="button"
            className="link"
            aria-label={t('file.retry', { name })}
            onClick={() => attachments.retry(id)}
          >
            {t('chat.retry')}
          </button>
        )}
      </p>
    )
  }
  if (state === 'waiting') return <p className="file-state">{t('file.waiting')}</p>
  if (state === 'ready') return <p className="file-state">{t('file.ready')}</p>
  return <p className="file-state">{t(wanted || state === 'sending' ? 'file.going' : 'file.uploading')}</p>
}
