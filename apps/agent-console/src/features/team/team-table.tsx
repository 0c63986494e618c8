import { type MediaKind, mediaKinds } from '@beckon/shared/model/channel'
import type { MeResponse } from '@beckon/shared/protocol/http'
import type { TeamMember } from '@beckon/shared/protocol/rest/presence'
import { clockText } from '@beckon/shared/rules/countdown'
import { useTranslation } from 'react-i18next'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { PresenceGlyph } from '../../components/presence-glyph.tsx'
import { reasonName } from '../../components/reason-name.ts'
import { useTicking } from '../../realtime/use-clock.ts'

interface TeamTableProps {
  members: readonly TeamMember[]
  /** How many there are; the rest is looked for by name. */
  found: number
  /** The server's time. */
  now: () => number
  reasons: MeResponse['presenceReasons']
  /** What it shows is old. */
  faded: boolean
}

/** A row for each, a column for each channel that any of them has. */
export function TeamTable({ members, found, now, reasons, faded }: TeamTableProps) {
  const { t } = useTranslation()
  const used = mediaKinds.filter((channel) =>
    members.some((member) => member.channels.some((each) => each.channel === channel)),
  )
  if (members.length === 0) return <p className="px-4 py-6 text-center text-muted">{t('team.notFound')}</p>
  return (
    <>
      <table className={`w-full text-start ${faded ? 'grayscale' : ''}`}>
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className={`${cell} ${stays}`}>
              {t('team.name')}
            </th>
            {used.map((channel) => (
              <th key={channel} scope="col" className={cell}>
                <span className="flex items-center gap-1.5">
                  <ChannelIcon channel={channel} size={14} />
                  <span className="max-sm:sr-only">{t(`presence.channel.${channel}`)}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id} className="border-t border-line align-top">
              <th scope="row" className={`${cell} ${stays}`}>
                <Who member={member} reasons={reasons} />
              </th>
              {used.map((channel) => (
                <td key={channel} className={cell}>
                  {onChannel(member, channel).map((media) => (
                    <OnChannel key={media?.id ?? channel} media={media} now={now} reasons={reasons} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {found > members.length && (
        <p className="px-4 py-3 text-sm text-muted">{t('team.more', { count: found - members.length })}</p>
      )}
    </>
  )
}

const cell = 'py-2 text-start font-normal px-4 max-sm:px-1.5 max-sm:first:ps-4'
/** Whose row it is stays in sight where the channels are wider than the screen. */
const stays = 'sticky start-0 bg-surface'

type Media = TeamMember['channels'][number]
/** Where they can be reached: of several devices those that are connected, each by its name. */
function onChannel({ channels }: TeamMember, channel: MediaKind): readonly (Media | undefined)[] {
  const theirs = channels.filter((each) => each.channel === channel)
  const connected = theirs.filter(({ presence }) => presence !== 'offline')
  if (connected.length > 1) return connected
  const [one = theirs[0]] = connected
  return [one && { ...one, nickname: null }]
}

function Who({ member, reasons }: { member: TeamMember; reasons: MeResponse['presenceReasons'] }) {
  const { t } = useTranslation()
  const next = reasonName(reasons, member.nextReason)
  return (
    <span className="flex items-start gap-2">
      <span className="mt-0.5">
        <PresenceGlyph presence={member.overall} />
      </span>
      <span className="min-w-0">
        <span className="block break-words font-semibold">{member.name}</span>
        <span className="block text-sm text-muted">{t(`presence.overall.${member.overall}`)}</span>
        {next !== undefined && <span className="block text-sm text-muted">{t('presence.next', { reason: next })}</span>}
      </span>
    </span>
  )
}

interface OnChannelProps extends Pick<TeamTableProps, 'now' | 'reasons'> {
  media: Media | undefined
}

/** What is in use is said first: it is there whatever they chose. */
function OnChannel({ media, now, reasons }: OnChannelProps) {
  const { t } = useTranslation()
  const since = media?.since ?? 0
  const held = useTicking(() => clockText(now() - since))
  if (media === undefined) return <span className="text-muted">–</span>
  const { nickname, presence, used, capacity, reason, deviceReady } = media
  const why = presence === 'unavailable' ? reasonName(reasons, reason) : undefined
  return (
    <span className="block [&+&]:mt-2">
      {nickname !== null && (
        <span dir="auto" className="block max-w-40 truncate text-sm font-medium">
          {nickname}
        </span>
      )}
      <span className="block whitespace-nowrap tabular-nums">{t('presence.used', { used, capacity })}</span>
      {presence !== 'offline' && (
        <span className="block text-sm text-muted">
          {why ?? t(`team.presence.${presence}`)} <span className="tabular-nums">{held}</span>
        </span>
      )}
      {presence === 'available' && !deviceReady && <span className="block text-sm text-dnd">{t('team.noDevice')}</span>}
    </span>
  )
}
