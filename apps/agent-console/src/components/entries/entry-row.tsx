import type { Entry } from '@beckon/shared/model/entry'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText, timeOfDay } from '../time-text.ts'
import { EventLine } from './event-line.tsx'
import { eventText } from './event-text.ts'
import { FileBlock } from './file-block.tsx'
import type { FoldedItem, PageOutcome } from './fold-entries.ts'
import { MessageBubble } from './message-bubble.tsx'
import { NoteBlock } from './note-block.tsx'
import { PushedPage } from './pushed-page.tsx'
import { When } from './when.tsx'

export interface EntryReader {
  /** Screen name of the reading agent: their own entries say "You". */
  ownName: string
  dispositions: readonly { key: string; name: string }[]
  /** Absent where nothing can be pushed any more. The same function as long as it does the same. */
  onPushAgain?: ((page: { url: string; title: string }) => void) | undefined
}

interface EntryContentProps extends EntryReader {
  entry: Entry
  outcome: PageOutcome | undefined
  goesOn: boolean
  reached: Reached
}

/** Of the last reply, how far it got; undefined for any other row. */
export type Reached = 'sent' | 'seen' | undefined

function EntryContent({ entry, outcome, goesOn, reached, ownName, dispositions, onPushAgain }: EntryContentProps) {
  const { t } = useTranslation()
  const { body, author, at } = entry
  const mine = author.kind === 'agent' && author.name === ownName
  const who = mine ? t('timeline.you') : author.name === '' ? t('timeline.customer') : author.name
  const byline = (
    <>
      {who} · <When at={at} />
      {reached !== undefined && (
        <>
          {' · '}
          <span>{t(`timeline.${reached}`)}</span>
        </>
      )}
    </>
  )
  switch (body.kind) {
    case 'message':
      return (
        <MessageBubble text={body.text} ours={author.kind !== 'customer'}>
          {goesOn ? undefined : byline}
        </MessageBubble>
      )
    case 'note':
      return <NoteBlock text={body.text}>{byline}</NoteBlock>
    case 'file':
      return (
        <FileBlock file={body} ours={author.kind !== 'customer'}>
          {byline}
        </FileBlock>
      )
    case 'page-pushed': {
      const by = mine ? t('timeline.pushedYou') : t('timeline.pushed', { name: who })
      return (
        <PushedPage
          title={body.title}
          url={body.url}
          by={by}
          outcome={outcome}
          onAgain={onPushAgain && (() => onPushAgain({ url: body.url, title: body.title }))}
        >
          {byline}
        </PushedPage>
      )
    }
    case 'page-answered':
    case 'read':
    case 'signal':
      return null
    default: {
      const nameOf = (key: string) => dispositions.find((each) => each.key === key)?.name ?? key
      return (
        <EventLine>
          {timeOfDay(at)} · {eventText(body, t, nameOf)}
        </EventLine>
      )
    }
  }
}

function DayLine({ at }: { at: number }) {
  // Drawn again in another language.
  useTranslation()
  return <EventLine>{dayText(at)}</EventLine>
}

interface EntryRowProps extends EntryReader {
  item: FoldedItem
  reached?: Reached
}

/** One row of a timeline or transcript; drawn again only when its own item changes. */
export const EntryRow = memo(function EntryRow({ item, reached, ...reader }: EntryRowProps) {
  if (item.kind === 'entry')
    return <EntryContent entry={item.entry} outcome={item.outcome} goesOn={item.goesOn} reached={reached} {...reader} />
  return <DayLine at={item.at} />
}, sameRow)

/** Folding makes new items each time; what they show is the entry and its outcome. */
function sameRow(a: EntryRowProps, b: EntryRowProps): boolean {
  if (a.reached !== b.reached) return false
  if (a.ownName !== b.ownName || a.dispositions !== b.dispositions || a.onPushAgain !== b.onPushAgain) return false
  if (a.item.kind === 'entry' && b.item.kind === 'entry') {
    return a.item.entry === b.item.entry && a.item.outcome?.at === b.item.outcome?.at && a.item.goesOn === b.item.goesOn
  }
  return a.item.kind === b.item.kind && a.item.key === b.item.key
}
