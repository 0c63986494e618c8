import type { WorkView } from '@beckon/shared/model/agent-view'

/** What the desk shows: the chosen one; when it is gone or none was chosen, what is being talked about, else the newest. */
export function chooseWork(work: readonly WorkView[], selectedId: string | undefined): WorkView | undefined {
  return work.find(({ id }) => id === selectedId) ?? work.find(({ status }) => status === 'assigned') ?? work.at(-1)
}

/** Chat and call of one dialogue are one thread for the customer: replies go to its chat while that is open. */
export function replyTarget(work: readonly WorkView[], selected: WorkView): WorkView {
  if (selected.channel === 'chat') return selected
  const chat = work.find(
    ({ dialogueId, channel, status }) =>
      dialogueId === selected.dialogueId && channel === 'chat' && status === 'assigned',
  )
  return chat ?? selected
}
