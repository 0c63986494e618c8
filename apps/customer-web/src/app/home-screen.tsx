import type { ContactChannel } from '@beckon/shared/model/channel'
import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { contactPage } from '@beckon/shared/rules/contact-page'
import { type LocationPrecision, locationKey, locationText, type SharedLocation } from '@beckon/shared/rules/location'
import { useCallback, useEffect, useState } from 'react'
import { errorText, t } from '../components/catalogue/text.ts'
import { Notice } from '../components/notice.tsx'
import { useCall } from '../features/call/call-store.ts'
import { useContact } from '../features/contact/contact-store.ts'
import { ContextPreview } from '../features/context-preview/context-preview.tsx'
import { useLocation } from '../features/context-preview/location-store.ts'
import { currentBag } from '../features/context-preview/preview-store.ts'
import { Home } from '../features/home/home.tsx'
import { SubjectSelect } from '../features/home/subject-select.tsx'
import { useStatus } from '../features/home/use-status.ts'
import { useHost } from '../realtime/host-store.ts'
import { useLive } from '../realtime/live-store.ts'
import { useSession, useSite } from '../realtime/session-store.ts'
import { Later } from './later-part.tsx'
import { loadLater } from './load-later.ts'
import { goTo } from './place-store.ts'
import { fetchCallCode, startContact } from './start-contact.ts'
import { useWish } from './wish-store.ts'

/** Before the server has said who this is. */
const stranger = { name: '', identified: false }

/** What routing would go by, and the customer has not removed; where they chose to say they are, roughly [CX6]. */
const buttonCodes = (place: SharedLocation | undefined): Record<string, string> => ({
  ...Object.fromEntries(
    currentBag()
      .items.filter(({ key }) => key === 'whisper' || key === 'region' || key === 'agent')
      .map(({ key, value }) => [key, value]),
  ),
  ...(place && { [locationKey]: locationText({ ...place, precision: 'coarse' }) }),
})

async function locate(precision: LocationPrecision): Promise<void> {
  try {
    const { shareLocation } = await loadLater()
    shareLocation(precision)
  } catch {
    useContact.setState({ error: 'offline' })
  }
}

export function HomeScreen({ open }: { open: CustomerInteraction | undefined }) {
  const site = useSite()
  const session = useSession((store) => store.session)
  const viewed = useLive((store) => store.view?.customer)
  const known = viewed ?? (session.phase === 'ready' ? session.customer : stranger)
  const pageSubject = useHost((store) => store.state.subject)
  const panelOpen = useHost((store) => store.state.open)
  const chosen = useContact((store) => store.subject)
  const busy = useContact((store) => store.busy)
  const error = useContact((store) => store.error)
  const instead = useContact((store) => store.instead)
  const asking = useCall((store) => store.asking)
  const refusal = useCall((store) => store.refusal)
  const callWish = useWish((store) => store.call)
  const [mayAsk] = useState(() => !!useHost.getState().state.kept.survey)
  const subject = (chosen ?? pageSubject) || undefined
  const ready = session.phase === 'ready' ? session : undefined
  const place = useLocation((store) => store.shared)
  const codes = useCallback(() => buttonCodes(place), [place])
  const status = useStatus(site?.key, subject, panelOpen, ready, codes)
  const nothing = status && !Object.keys(status.channels).length
  const mayCall = ready && status?.channels.voice === 'free'
  useEffect(() => {
    if (mayCall) fetchCallCode()
  }, [mayCall])
  const choose = busy || asking ? undefined : (channel: ContactChannel) => void startContact(channel)
  return (
    <Home
      page={site && contactPage(site.pages, 'welcome', subject)}
      name={known.name}
      status={status}
      open={open}
      onChoose={choose}
      onReturn={() => goTo('auto')}
      onHistory={() => goTo('history')}
    >
      {asking && <Notice>{t('call.asking')}</Notice>}
      {nothing && (
        <>
          <Notice>{errorText(status.opensAt ? 'out-of-hours' : 'not-offered')}</Notice>
          <Later>
            {({ InsteadOffer }) => (
              <InsteadOffer instead={{ opensAt: status.opensAt ?? null, channels: [] }} onChoose={undefined} />
            )}
          </Later>
        </>
      )}
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
      {instead && <Later>{({ InsteadOffer }) => <InsteadOffer instead={instead} onChoose={choose} />}</Later>}
      {callWish && <Later>{({ CallWish }) => <CallWish />}</Later>}
      {mayAsk && <Later>{({ AskedSurvey }) => <AskedSurvey />}</Later>}
      {refusal !== undefined && <Later>{({ RefusedHere }) => <RefusedHere reason={refusal} />}</Later>}
      {site !== undefined && site.subjects.length > 0 && (
        <SubjectSelect
          subjects={site.subjects}
          value={subject}
          onChange={(next) => useContact.setState({ subject: next ?? '' })}
        />
      )}
      <ContextPreview
        signedName={known.identified ? known.name : null}
        onShareLocation={(precision) => void locate(precision)}
      />
    </Home>
  )
}
