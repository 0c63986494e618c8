import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useCallback } from 'react'
import { CallButton } from '../features/call/call-button.tsx'
import { Composer } from '../features/composer/composer.tsx'
import { TaskCard } from '../features/task/task-card.tsx'
import { Timeline } from '../features/timeline/timeline.tsx'
import { InteractionHeader } from '../features/work/interaction-header.tsx'
import { WrapUpPanel } from '../features/wrap-up/wrap-up-panel.tsx'
import { useConnection } from '../realtime/connection-context.ts'
import { useWork } from '../realtime/work-store.ts'
import { writeEntry } from '../realtime/write-entry.ts'
import { replyTarget } from './choose-work.ts'

interface WorkDeskProps {
  me: MeResponse
  selected: WorkView
  subjectName: string
}

export function WorkDesk({ me, selected, subjectName }: WorkDeskProps) {
  const target = useWork((s) => replyTarget(s.work, selected))
  const connection = useConnection()
  const streamId = target.conversation
  const pushAgain = useCallback(
    (page: { url: string; title: string }) =>
      void writeEntry(connection, { name: 'page:push', payload: { streamId, ...page } }),
    [connection, streamId],
  )
  return (
    <>
      <InteractionHeader work={selected} subjectName={subjectName}>
        <CallButton work={selected} />
      </InteractionHeader>
      {selected.task !== null && <TaskCard work={selected} task={selected.task} />}
      <Timeline
        key={selected.dialogueId}
        work={selected}
        ownName={me.agent.name}
        dispositions={me.dispositions}
        onPushAgain={target.status === 'assigned' ? pushAgain : undefined}
        subjects={me.subjects}
      />
      {selected.status === 'wrap-up' ? (
        <WrapUpPanel key={selected.id} work={selected} dispositions={me.dispositions} />
      ) : (
        <Composer
          key={target.id}
          work={target}
          cannedReplies={target.task === null ? me.cannedReplies : []}
          pages={target.task === null ? me.pages : []}
          pageOrigins={me.pageOrigins}
          files={me.files}
        />
      )}
    </>
  )
}
