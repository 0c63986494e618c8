import { useState } from 'react'
import { Survey } from '../features/survey/survey.tsx'
import { stillAsked } from '../features/survey/survey-store.ts'

/** What an earlier page of this tab had begun to ask. */
export function AskedSurvey() {
  const [asked] = useState(() => stillAsked(Date.now()))
  return asked === undefined ? null : <Survey interactionId={asked} />
}
