import type { MeResponse } from '@beckon/shared/protocol/http'
import { ChevronDown, PanelTop } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { pageText } from '../../components/page-text.ts'
import { pageAddress } from './page-address.ts'

interface PushPageProps {
  pages: MeResponse['pages']
  onPush: (page: { url: string; title: string }) => void
}

function AddressForm({ onAddress }: { onAddress: (url: string) => void }) {
  const { t } = useTranslation()
  const fieldId = useId()
  const errorId = useId()
  const [invalid, setInvalid] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const url = pageAddress(String(new FormData(event.currentTarget).get('address') ?? ''))
    setInvalid(url === undefined)
    if (url !== undefined) onAddress(url)
  }
  return (
    <form onSubmit={submit} noValidate className="border-t border-line p-2">
      <label htmlFor={fieldId} className="text-xs font-medium text-muted">
        {t('composer.pushOther')}
      </label>
      <div className="mt-1 flex gap-1">
        <input
          id={fieldId}
          name="address"
          type="url"
          placeholder={t('composer.pushAddressHint')}
          aria-invalid={invalid}
          aria-describedby={errorId}
          className="min-h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2"
        />
        <Button type="submit">{t('composer.pushGo')}</Button>
      </div>
      <p id={errorId} role="alert" className="mt-1 text-sm text-dnd empty:hidden">
        {invalid ? t('composer.pushInvalid') : ''}
      </p>
    </form>
  )
}

export function PushPage({ pages, onPush }: PushPageProps) {
  const { t } = useTranslation()
  return (
    <MenuButton
      small
      look="quiet"
      up
      label={
        <>
          <PanelTop size={16} aria-hidden="true" />
          {t('composer.push')}
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
      menuLabel={t('composer.pushStored')}
      items={pages.map(({ url, title }) => ({ key: url, label: title, hint: pageText(url) }))}
      onChoose={(url) => onPush({ url, title: pages.find((page) => page.url === url)?.title ?? '' })}
      footer={(close) => (
        <AddressForm
          onAddress={(url) => {
            close()
            onPush({ url, title: '' })
          }}
        />
      )}
    />
  )
}
