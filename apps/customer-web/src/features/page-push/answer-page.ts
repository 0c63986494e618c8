import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import { useHost } from '../../realtime/host-store.ts'
import { readySession } from '../../realtime/session-store.ts'
import type { PageTarget } from './page-target.ts'

interface PushedPage {
  streamId: string
  /** The entry's id. */
  id: string
}

const answer = ({ streamId, id }: PushedPage, outcome: 'opened' | 'dismissed') =>
  void readySession().connection.send('page:answer', {
    streamId: streamId as StreamId,
    pushId: id as CommandId,
    outcome,
  })

/** Only from the customer's click: the loader and the browser both ask for one. The answer survives the page. */
export function openPage(
  page: PushedPage,
  { how, href }: PageTarget,
  before: 'opened' | 'dismissed' | undefined,
): void {
  if (before !== 'opened') answer(page, 'opened')
  if (how === 'here') useHost.getState().link.tell({ type: 'go', url: href })
  else window.open(href, '_blank', 'noopener,noreferrer')
}

export const dismissPage = (page: PushedPage): void => answer(page, 'dismissed')
