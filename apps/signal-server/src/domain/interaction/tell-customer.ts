import type { EntryBody } from '@beckon/shared/model/entry'
import type { Draft } from '../draft.ts'
import type { InteractionRow } from '../rows.ts'

/** What the conversation tells of; of a task there is nobody to tell. */
export function tellCustomer(draft: Draft, { task, conversationId }: InteractionRow, body: EntryBody): void {
  if (task === null) draft.say(conversationId, body)
}
