import { PanelTop } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Modal } from '../../components/modal.tsx'
import { pageText } from '../../components/page-text.ts'
import { choosePages, type Page } from './page-choice.ts'

interface PushDialogProps {
  pages: readonly Page[]
  origins: readonly string[]
  /** In the order in which they were chosen. */
  onPush: (pages: readonly Page[]) => void
  onClose: () => void
}

/** Finds stored pages, or takes an address of the site; several go out in one go. */
export function PushDialog({ pages, origins, onPush, onClose }: PushDialogProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<readonly Page[]>([])
  const { found, typed } = choosePages(pages, origins, search)
  const offered = typed !== undefined && 'page' in typed ? [typed.page, ...found] : found
  /** Chosen under another search: still to be seen, and to be taken back. */
  const kept = chosen.filter((page) => !offered.some(({ url }) => url === page.url))
  const going = chosen.length > 0 ? chosen : search.trim() === '' ? [] : offered.slice(0, 1)
  const toggle = (page: Page) =>
    setChosen(
      chosen.some(({ url }) => url === page.url) ? chosen.filter(({ url }) => url !== page.url) : [...chosen, page],
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (going.length > 0) onPush(going)
  }
  return (
    <Modal title={t('composer.push')} closeLabel={t('app.close')} shape="fit" onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3 p-4">
        <input
          type="search"
          value={search}
          aria-label={t('composer.pushSearch')}
          placeholder={t('composer.pushSearch')}
          onChange={(event) => setSearch(event.target.value)}
          className="min-h-9 w-full rounded-md border border-line-strong bg-surface px-3 pointer-coarse:min-h-11"
        />
        {typed !== undefined && 'refusal' in typed && (
          <p role="alert" className="text-dnd">
            {t(`composer.pushRefused.${typed.refusal}`, {
              origins: origins.map((origin) => pageText(origin)).join(', '),
            })}
          </p>
        )}
        <ul className="flex max-h-80 flex-col gap-0.5 overflow-y-auto max-md:max-h-none">
          {[...kept, ...offered].map((page) => (
            <PageRow
              key={page.url}
              page={page}
              place={chosen.findIndex(({ url }) => url === page.url) + 1}
              onToggle={() => toggle(page)}
            />
          ))}
        </ul>
        {offered.length === 0 && typed === undefined && <p className="text-muted">{t('composer.pushNone')}</p>}
        <div className="flex justify-end border-t border-line pt-3">
          <Button look="primary" type="submit" disabled={going.length === 0}>
            <PanelTop size={16} aria-hidden="true" />
            {going.length === 0 ? t('composer.push') : t('composer.pushGo', { count: going.length })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** `place`: which of the chosen it is, from 1; 0 when it is not. */
function PageRow({ page, place, onToggle }: { page: Page; place: number; onToggle: () => void }) {
  const { title, url } = page
  const { host } = new URL(url)
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 py-1 hover:bg-sunken has-checked:bg-accent-soft">
        <input type="checkbox" checked={place > 0} onChange={onToggle} className="size-4 accent-(--accent)" />
        <span className="min-w-0 flex-1">
          <bdi className="block truncate">{title === '' ? url : title}</bdi>
          <span className="block truncate text-xs text-muted">
            <bdi>
              {host}
              {pageText(url) === host ? '' : pageText(url)}
            </bdi>
          </span>
        </span>
        {place > 0 && (
          <span aria-hidden="true" className="text-xs font-semibold text-accent">
            {place}
          </span>
        )}
      </label>
    </li>
  )
}
