import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actGroups, type ActionId, actionIds, actions } from '../../components/actions/action-table.ts'
import { bindKeys, holderOf, keysOf, resetBindings, useBindings } from '../../components/actions/bindings-store.ts'
import { chordOf, chordText } from '../../components/actions/chord-of.ts'
import { Button } from '../../components/button.tsx'
import { Modal } from '../../components/modal.tsx'

interface Asking {
  id: ActionId
  /** Pressed, but another action has it: press again to take it. */
  taken?: string
}

/** All shortcuts, and the keys each agent wants them on. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const own = useBindings((s) => s.own)
  const [asking, setAsking] = useState<Asking>()
  const onKeyDown = (event: KeyboardEvent) => {
    if (asking === undefined || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    // The listener for shortcuts sits on the document, outside React.
    event.nativeEvent.stopImmediatePropagation()
    const { id, taken } = asking
    if (event.key === 'Escape') return setAsking(undefined)
    const chord = event.key === 'Backspace' || event.key === 'Delete' ? '' : chordOf(event.nativeEvent)
    if (chord === undefined) return
    const holder = chord === '' ? undefined : holderOf(own, chord, id)
    if (holder !== undefined && taken !== chord) return setAsking({ id, taken: chord })
    bindKeys(id, chord)
    setAsking(undefined)
  }
  const words = (id: ActionId): string => {
    const keys = keysOf(own, id)
    if (asking?.id !== id) return keys === '' ? t('shortcuts.noKeys') : chordText(keys)
    return asking.taken === undefined ? t('shortcuts.press') : chordText(asking.taken)
  }
  const holder = asking?.taken === undefined ? undefined : holderOf(own, asking.taken, asking.id)
  return (
    <Modal shape="fit" title={t('shortcuts.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 p-4" onKeyDown={onKeyDown}>
        <p className="text-sm text-muted">{t('shortcuts.lead')}</p>
        <p role="status" className="min-h-5 text-sm text-partial">
          {holder !== undefined && t('shortcuts.taken', { action: t(`action.${holder}`) })}
        </p>
        {actGroups
          .filter((group) => actionIds.some((id) => actions[id].group === group))
          .map((group) => (
            <section key={group} aria-label={t(`actionGroup.${group}`)}>
              <h3 className="text-sm font-semibold text-muted">{t(`actionGroup.${group}`)}</h3>
              <ul>
                {actionIds
                  .filter((id) => actions[id].group === group)
                  .map((id) => (
                    <li key={id} className="flex items-center justify-between gap-3 py-1">
                      <span>{t(`action.${id}`)}</span>
                      <Button
                        small
                        aria-pressed={asking?.id === id}
                        aria-label={t('shortcuts.change', { action: t(`action.${id}`), keys: words(id) })}
                        onClick={() => setAsking(asking?.id === id ? undefined : { id })}
                        onBlur={() => setAsking(undefined)}
                        className={`min-w-20 ${asking?.id === id ? 'border-accent text-accent' : ''}`}
                      >
                        {words(id)}
                      </Button>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        <div className="flex justify-end">
          <Button look="quiet" onClick={resetBindings}>
            {t('shortcuts.reset')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
