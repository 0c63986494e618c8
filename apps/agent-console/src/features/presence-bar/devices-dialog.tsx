import type { MediaChannelView } from '@beckon/shared/model/agent-view'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { Modal } from '../../components/modal.tsx'
import { isHere, usePresence } from '../../realtime/presence-store.ts'
import { useCommand } from '../../realtime/use-command.ts'

/** The agent's devices: what each is called, and those no longer used away [PR28]. */
export function DevicesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const devices = usePresence((s) => s.devices)
  return (
    <Modal shape="fit" title={t('device.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 p-4">
        <p className="text-muted">{t('device.lead')}</p>
        <ul className="divide-y divide-line">
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      </div>
    </Modal>
  )
}

function DeviceRow({ device }: { device: MediaChannelView }) {
  const { t } = useTranslation()
  const send = useCommand()
  const { id: mediaChannelId, presence, intent } = device
  const known = device.nickname ?? ''
  const [text, setText] = useState<string>()
  const [busy, setBusy] = useState(false)
  const name = known === '' ? t('device.unnamed') : known
  const act = async (sent: Promise<unknown>) => {
    setBusy(true)
    await sent
    setBusy(false)
    // What the server made of it is shown: a name that another device has is numbered.
    setText(undefined)
  }
  const rename = (event: FormEvent) => {
    event.preventDefault()
    void act(send('media-channel:rename', { mediaChannelId, nickname: text ?? '' }))
  }
  const connected = presence !== 'offline'
  const state = !connected ? 'gone' : intent === 'available' ? 'on' : 'off'
  return (
    <li className="flex flex-col gap-1 py-3">
      <form className="flex flex-wrap items-center gap-2" onSubmit={rename}>
        <input
          aria-label={t('device.name', { name })}
          maxLength={40}
          dir="auto"
          value={text ?? known}
          onChange={(event) => setText(event.target.value)}
          className="min-h-9 min-w-40 flex-1 rounded-md border border-line-strong bg-surface px-2 py-1 pointer-coarse:min-h-11"
        />
        <Button
          type="submit"
          aria-label={t('device.renameLabel', { name })}
          disabled={busy || text === undefined || text.trim() === '' || text.trim() === known}
        >
          {t('device.rename')}
        </Button>
        {!connected && (
          <Button
            look="danger"
            aria-label={t('device.removeLabel', { name })}
            disabled={busy}
            onClick={() => void act(send('media-channel:remove', { mediaChannelId }))}
          >
            {t('device.remove')}
          </Button>
        )}
      </form>
      <p className="flex items-center gap-2 text-sm text-muted">
        {isHere(device) && <Chip>{t('device.this')}</Chip>}
        {t(`device.state.${state}`)}
      </p>
    </li>
  )
}
