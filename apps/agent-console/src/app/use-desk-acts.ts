import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { loadBindings } from '../components/actions/bindings-store.ts'
import { useAction, useActs } from '../components/actions/use-acts.ts'
import { useWork } from '../realtime/work-store.ts'

interface DeskActs {
  me: MeResponse
  selected: WorkView | undefined
  open: (id: string) => void
  /** Undefined where the layout has no such pane to fold. */
  foldWork: (() => void) | undefined
  foldCustomer: (() => void) | undefined
}

/** What keys and palette can do with the desk as a whole. */
export function useDeskActs({ me, selected, open, foldWork, foldCustomer }: DeskActs): void {
  const { t } = useTranslation()
  const work = useWork((s) => s.work)
  useEffect(() => loadBindings(me.agent.id), [me.agent.id])
  const at = work.findIndex(({ id }) => id === selected?.id)
  const step = (by: 1 | -1) => {
    const next = work[(at + by + work.length) % work.length]
    if (next !== undefined) open(next.id)
  }
  useAction('work.next', work.length > 1 ? () => step(1) : undefined)
  useAction('work.previous', work.length > 1 ? () => step(-1) : undefined)
  useAction('desk.workPane', foldWork)
  useAction('desk.customerPane', foldCustomer)
  useActs(
    work.map(({ id, customer, subject, reference }) => ({
      id: `work ${id}`,
      group: 'work',
      label: t('palette.goTo', {
        name: customer.name === '' ? t('offer.visitor') : customer.name,
        subject: me.subjects.find(({ key }) => key === subject)?.name ?? subject,
      }),
      hint: reference,
      run: () => open(id),
    })),
  )
}
