import type { OfferView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Modal } from '../components/modal.tsx'
import { loadCallBar } from '../features/call/load-call-bar.ts'
import { QueueAlerts } from '../features/alerts/queue-alerts.tsx'
import { ConnectionBanner } from '../features/link/connection-banner.tsx'
import { OfferStack } from '../features/offer/offer-stack.tsx'
import type { PickListener } from '../features/queue/use-pick.ts'
import { QueuePanel } from '../features/queue/queue-panel.tsx'
import { setAnswersHere } from '../realtime/answering-tab.ts'
import { useCallStore } from '../realtime/call-store.ts'
import { useScreenUp } from '../realtime/screen-store.ts'
import { followSoundChoices } from '../realtime/sound-choices.ts'
import { watchSoundDevices } from '../realtime/sound-devices.ts'
import { useWork } from '../realtime/work-store.ts'
import { BottomBar, type Pane } from './bottom-bar.tsx'
import { chooseWork } from './choose-work.ts'
import { WorkDesk } from './contact-later.tsx'
import { CustomerSide } from './customer-side.tsx'
import { DeskLists } from './desk-lists.tsx'
import { EmptyDesk } from './empty-desk.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { PaneToggle } from './pane-toggle.tsx'
import { useSelection } from './selection.ts'
import { useNewVersion } from './service-worker.ts'
import { SidePane } from './side-pane.tsx'
import { TopBar } from './top-bar.tsx'
import { useDeskActs } from './use-desk-acts.ts'
import { useLaterParts } from './use-later-parts.ts'
import { useLayout } from './use-layout.ts'
import { prefer, usePreferences } from './preferences.ts'

const CallBar = lazy(loadCallBar)
const HeadsetDialog = lazy(async () => ({
  default: (await import('../features/headset/headset-dialog.tsx')).HeadsetDialog,
}))

/** Before the command goes out: the microphone opens meanwhile, and the view can come back sooner than the reply. */
const prepareCall = ({ channel, interactionId }: Pick<OfferView, 'channel' | 'interactionId'>) => {
  if (channel !== 'voice') return
  setAnswersHere(interactionId)
  void useCallStore.getState().session?.prepare()
}
const forgetCall = () => useCallStore.getState().session?.letGo()

function useSoundAtHand(): void {
  useEffect(() => {
    const stops = [watchSoundDevices(), followSoundChoices()]
    return () => stops.forEach((stop) => stop())
  }, [])
}

/**
 * The three panes. Their places in the tree are the same in every layout: a call that is on, a text half written and
 * the place in a timeline survive a turned tablet.
 */
export function ConsoleShell({ me }: { me: MeResponse }) {
  const { t } = useTranslation()
  useLaterParts()
  useSoundAtHand()
  useScreenUp()
  const layout = useLayout()
  const phone = layout === 'phone'
  const work = useWork((s) => s.work)
  const [selectedId, select] = useSelection()
  const [pane, setPane] = useState<Pane>('work')
  const [drawer, setDrawer] = useState(false)
  const [headset, setHeadset] = useState<{ goReady: boolean }>()
  const { workFolded, customerFolded } = usePreferences()
  const chosen = chooseWork(work, selectedId)
  // The panes of a contact are heavy to draw: they make way for what comes in meanwhile, such as a call's signals.
  const selected = useDeferredValue(chosen)
  const onCall = useDeferredValue(work.find((item) => item.call !== null))
  const subjectName = me.subjects.find(({ key }) => key === selected?.subject)?.name ?? selected?.subject ?? ''
  const newVersion = useNewVersion((s) => s.change)
  const talkShown = !phone || pane === 'talk'
  const open = (id: string) => {
    select(id)
    setPane('talk')
  }
  const offers = (
    <OfferStack
      me={me}
      onAccepting={prepareCall}
      onAccepted={(offer) => open(offer.interactionId)}
      onRefused={forgetCall}
    />
  )
  const picking: PickListener = {
    onPicking: prepareCall,
    onPicked: (contact) => open(contact.interactionId),
    onRefused: forgetCall,
  }
  const customer = <CustomerSide me={me} selected={selected} subjectName={subjectName} />
  const customerShown = layout === 'desk' ? !customerFolded : drawer
  const toggleCustomer = () =>
    layout === 'desk' ? prefer({ customerFolded: !customerFolded }) : setDrawer((open) => !open)
  const foldWork = phone ? undefined : () => prefer({ workFolded: !workFolded })
  useDeskActs({ me, selected, open, foldWork, foldCustomer: phone ? undefined : toggleCustomer })
  const alone = (which: Pane) => (pane === which ? 'alone' : 'not')
  return (
    <div className="flex h-dvh flex-col">
      <ConnectionBanner onNewVersion={onCall === undefined ? newVersion : undefined} />
      <TopBar
        me={me}
        onHeadset={(goReady) => setHeadset({ goReady })}
        start={
          foldWork !== undefined && (
            <PaneToggle side="work" label={t('app.toggleWork')} shown={!workFolded} onToggle={foldWork} />
          )
        }
        end={
          !phone && (
            <PaneToggle
              side="customer"
              label={t('app.toggleCustomer')}
              shown={customerShown}
              onToggle={toggleCustomer}
            />
          )
        }
      />
      <QueueAlerts />
      {(phone || workFolded) && (
        <div className={`overflow-y-auto p-3 has-[section:empty]:hidden ${talkShown ? 'max-h-[45dvh] shrink-0' : ''}`}>
          <div className="max-w-160">{offers}</div>
        </div>
      )}
      <main className={`flex min-h-0 flex-1 overflow-hidden ${phone ? 'flex-col' : ''}`}>
        <SidePane side="work" label={t('app.paneWork')} show={phone ? alone('work') : workFolded ? 'not' : 'beside'}>
          <div className="flex flex-col gap-3 p-3">
            {!phone && !workFolded && offers}
            <QueuePanel subjects={me.subjects} {...picking} />
            <DeskLists me={me} selected={chosen} shown={talkShown} onSelect={open} {...picking} />
          </div>
        </SidePane>
        <div className={`flex min-h-0 min-w-0 flex-col bg-surface ${talkShown ? 'flex-1' : 'order-last'}`}>
          <div className={talkShown ? 'flex min-h-0 flex-1 flex-col overflow-y-auto' : 'hidden'}>
            {selected === undefined ? (
              <EmptyDesk />
            ) : (
              // A contact that cannot be drawn takes no call, no offer and no other contact with it.
              <ErrorBoundary key={selected.dialogueId}>
                <WorkDesk me={me} selected={selected} subjectName={subjectName} />
              </ErrorBoundary>
            )}
          </div>
          {onCall?.call && (
            <Suspense>
              <CallBar
                key={onCall.call.id}
                work={onCall}
                call={onCall.call}
                onDevices={() => setHeadset({ goReady: false })}
              />
            </Suspense>
          )}
        </div>
        {layout !== 'tablet' && (
          <SidePane
            side="customer"
            label={t('customer.region')}
            show={phone ? alone('customer') : customerFolded ? 'not' : 'beside'}
          >
            {customer}
          </SidePane>
        )}
      </main>
      {phone && <BottomBar pane={pane} workCount={work.length} onPane={setPane} />}
      {headset !== undefined && (
        <Suspense>
          <HeadsetDialog {...headset} onClose={() => setHeadset(undefined)} />
        </Suspense>
      )}
      {layout === 'tablet' && drawer && (
        <Modal shape="drawer" title={t('customer.region')} closeLabel={t('app.close')} onClose={() => setDrawer(false)}>
          <ErrorBoundary>{customer}</ErrorBoundary>
        </Modal>
      )}
    </div>
  )
}
