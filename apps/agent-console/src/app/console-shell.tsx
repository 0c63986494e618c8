import type { OfferView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../components/section.tsx'
import { Tabs } from '../components/tabs.tsx'
import { setAnswersHere } from '../features/call/answering-tab.ts'
import { loadCallBar } from '../features/call/load-call-bar.ts'
import { CustomerPane } from '../features/customer/customer-pane.tsx'
import { HistoryList } from '../features/history/history-list.tsx'
import { ConnectionBanner } from '../features/link/connection-banner.tsx'
import { OfferStack } from '../features/offer/offer-stack.tsx'
import { useOffers } from '../realtime/offer-store.ts'
import { followSoundChoices } from '../realtime/sound-choices.ts'
import { watchSoundDevices } from '../realtime/sound-devices.ts'
import { useWork } from '../realtime/work-store.ts'
import { chooseWork } from './choose-work.ts'
import { DeskLists } from './desk-lists.tsx'
import { EmptyDesk } from './empty-desk.tsx'
import { useSelection } from './selection.ts'
import { TopBar } from './top-bar.tsx'
import { usePhone } from './use-phone.ts'
import { WorkDesk } from './work-desk.tsx'

const CallBar = lazy(loadCallBar)

/** On a phone one pane at a time, on a tablet the work beside one of the others, on a desk all three. */
type Pane = 'work' | 'talk' | 'customer'

/** Before the command goes out, because the view can come back sooner than the reply. */
const markAnswering = (offer: OfferView) => {
  if (offer.channel === 'voice') setAnswersHere(offer.interactionId)
}

export function ConsoleShell({ me }: { me: MeResponse }) {
  const { t } = useTranslation()
  const work = useWork((s) => s.work)
  const voiceRings = useOffers((s) => s.offers.some(({ channel }) => channel === 'voice'))
  useEffect(() => {
    // What the network does not give now is asked for again with the call itself, which says so if it fails.
    if (voiceRings) loadCallBar().catch(() => undefined)
  }, [voiceRings])
  useEffect(() => {
    const stops = [watchSoundDevices(), followSoundChoices()]
    return () => stops.forEach((stop) => stop())
  }, [])
  const [selectedId, select] = useSelection()
  const [chosenPane, setPane] = useState<Pane>('work')
  const phone = usePhone()
  const pane = !phone && chosenPane === 'work' ? 'talk' : chosenPane
  const selected = chooseWork(work, selectedId)
  const onCall = work.find((item) => item.call !== null)
  const subjectName = me.subjects.find(({ key }) => key === selected?.subject)?.name ?? selected?.subject ?? ''
  const open = (id: string) => {
    select(id)
    setPane('talk')
  }
  const hidden: Record<Pane, string> = {
    work: pane === 'work' ? '' : 'max-md:hidden',
    talk: pane === 'talk' ? '' : 'max-lg:hidden',
    customer: pane === 'customer' ? '' : 'max-lg:hidden',
  }
  const panes = [
    ...(phone ? [{ key: 'work' as const, label: t('app.paneWork'), count: work.length }] : []),
    { key: 'talk' as const, label: t('app.paneTalk') },
    { key: 'customer' as const, label: t('app.paneCustomer') },
  ]
  return (
    <div className="flex h-dvh flex-col">
      <ConnectionBanner />
      <TopBar me={me} />
      <main className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)] md:grid-cols-[296px_minmax(0,1fr)] md:grid-rows-[auto_auto_minmax(0,1fr)] lg:grid-cols-[296px_minmax(0,1fr)_308px]">
        <div className="md:row-span-2 md:row-start-1 md:border-e md:border-line">
          <div className="p-3 pb-0 has-[section:empty]:hidden">
            <OfferStack me={me} onAccepting={markAnswering} onAccepted={(offer) => open(offer.interactionId)} />
          </div>
        </div>
        <div className="p-2 md:col-start-2 md:row-start-1 md:bg-surface lg:hidden">
          <Tabs label={t('app.panes')} tabs={panes} chosen={pane} panelId="pane" onChoose={setPane} />
        </div>
        <div id="pane" className="contents">
          <aside
            aria-label={t('app.paneWork')}
            className={`min-h-0 overflow-y-auto p-3 md:border-e md:col-start-1 md:row-start-3 md:border-line ${hidden.work}`}
          >
            <DeskLists me={me} selectedId={selected?.id} onSelect={open} />
          </aside>
          <div
            className={`flex min-h-0 min-w-0 flex-col bg-surface md:col-start-2 md:row-span-2 md:row-start-2 lg:row-span-3 lg:row-start-1 ${hidden.talk}`}
          >
            {selected === undefined ? (
              <EmptyDesk />
            ) : (
              <WorkDesk me={me} selected={selected} subjectName={subjectName} />
            )}
            {onCall?.call && (
              <Suspense>
                <CallBar key={onCall.call.id} work={onCall} call={onCall.call} />
              </Suspense>
            )}
          </div>
          <aside
            aria-label={t('customer.region')}
            className={`min-h-0 overflow-y-auto border-line md:col-start-2 md:row-span-2 md:row-start-2 lg:col-start-3 lg:row-span-3 lg:row-start-1 lg:border-s ${hidden.customer}`}
          >
            {selected === undefined ? (
              <p className="p-4 text-muted">{t('customer.none')}</p>
            ) : (
              <CustomerPane work={selected} subjectName={subjectName} siteName={me.site.name}>
                <Section title={t('history.title')}>
                  <HistoryList
                    key={selected.id}
                    of={{ interactionId: selected.id }}
                    hide={work.map(({ id }) => id)}
                    me={me}
                    empty={t('history.empty')}
                  />
                </Section>
              </CustomerPane>
            )}
          </aside>
        </div>
      </main>
    </div>
  )
}
