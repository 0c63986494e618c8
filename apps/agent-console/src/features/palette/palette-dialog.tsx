import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actGroups, actions } from '../../components/actions/action-table.ts'
import { keysOf, useBindings } from '../../components/actions/bindings-store.ts'
import { chordText } from '../../components/actions/chord-of.ts'
import { type Act, allActs, useActStore } from '../../components/actions/use-acts.ts'
import { Kbd } from '../../components/kbd.tsx'
import { nextIndex } from '../../components/menu-button.tsx'
import { Modal } from '../../components/modal.tsx'
import { fuzzySearch } from './fuzzy.ts'

const isAction = (id: string): id is keyof typeof actions => id in actions

function Option({ act, id, active, onRun }: { act: Act; id: string; active: boolean; onRun: () => void }) {
  const { t } = useTranslation()
  const keys = useBindings((s) => (isAction(act.id) ? keysOf(s.own, act.id) : ''))
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      // The field keeps the focus; a press must not take it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
      className={`flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 pointer-coarse:min-h-11 ${active ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
    >
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{act.label}</bdi>
        {act.hint !== undefined && <bdi className="block truncate text-xs text-muted">{act.hint}</bdi>}
      </span>
      {keys !== '' && <Kbd keys={chordText(keys)} />}
      <span className="w-20 shrink-0 text-end text-xs text-muted">{t(`actionGroup.${act.group}`)}</span>
    </div>
  )
}

/** Everything that can be done now, found by a few letters. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const parts = useActStore((s) => s.parts)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const ids = { list: useId(), option: useId() }
  const all = allActs(parts)
    .filter(({ id }) => id !== 'desk.palette')
    .toSorted((a, b) => actGroups.indexOf(a.group) - actGroups.indexOf(b.group))
  const found = fuzzySearch(query, all, ({ label, hint }) => `${label} ${hint ?? ''}`)
  const chosen = Math.min(active, Math.max(0, found.length - 1))
  useEffect(() => field.current?.focus(), [])
  const run = (act: Act | undefined) => {
    if (act === undefined) return
    onClose()
    // After the dialog gave the focus back, so that an act may move it.
    requestAnimationFrame(act.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === 'Home' || event.key === 'End' ? undefined : nextIndex(event.key, chosen, found.length)
    if (next !== undefined && found.length > 0) setActive(next)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Modal shape="fit" title={t('palette.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-2 p-3">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={true}
          aria-controls={ids.list}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${ids.option}-${chosen}` : undefined}
          aria-label={t('palette.field')}
          placeholder={t('palette.hint')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="min-h-10 w-full rounded-md border border-line-strong bg-surface px-3"
        />
        <p role="status" className="sr-only">
          {t('palette.found', { count: found.length })}
        </p>
        <div id={ids.list} role="listbox" aria-label={t('palette.title')} className="max-h-[50dvh] overflow-y-auto">
          {found.map((act, index) => (
            <Option
              key={act.id}
              act={act}
              id={`${ids.option}-${index}`}
              active={index === chosen}
              onRun={() => run(act)}
            />
          ))}
        </div>
        {found.length === 0 && <p className="px-3 pb-3 text-muted">{t('palette.none')}</p>}
      </div>
    </Modal>
  )
}
