import { contactPage } from '@beckon/shared/rules/contact-page'
import { useState } from 'react'
import { Survey } from '../features/survey/survey.tsx'
import { stillAsked } from '../features/survey/survey-store.ts'
import { useSite } from '../realtime/session-store.ts'

/** What an earlier page of this tab had begun to ask. */
export function AskedSurvey() {
  const [asked] = useState(() => stillAsked(Date.now()))
  const page = contactPage(useSite()?.pages ?? [], 'survey', undefined)
  return asked === undefined ? null : <Survey interactionId={asked} page={page} />
}
