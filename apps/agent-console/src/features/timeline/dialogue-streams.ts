import type { WorkView } from '@beckon/shared/model/agent-view'
import type { StreamId } from '@beckon/shared/model/ids'

/** The streams of everything this agent owns in the dialogue of `selected`: what its one timeline is made of. */
export const dialogueStreams = (work: readonly WorkView[], selected: WorkView): StreamId[] =>
  work.filter((item) => item.dialogueId === selected.dialogueId).flatMap((item) => [item.conversation, item.desk])
