import type { ContactPage } from '@beckon/shared/model/contact-page'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'
import { SitePage } from '../../components/site-page.tsx'
import { answerSurvey, skipSurvey, useSurvey } from './survey-store.ts'
import './survey.css'

const scores = [1, 2, 3, 4, 5] as const

/** One question and, if they like, a word: it may be left out, and nothing waits for it. */
export function Survey({ interactionId, page }: { interactionId: string; page: ContactPage | undefined }) {
  const { state, score, text } = useSurvey()
  if (state === 'skipped') return null
  if (state === 'answered') {
    return (
      <p className="survey" role="status">
        {t('survey.thanks')}
      </p>
    )
  }
  const question = page?.title || t('survey.question')
  const sendable = score > 0 && state !== 'sending'
  return (
    <section className="survey" aria-label={question}>
      <SitePage page={page} />
      <fieldset>
        <legend dir="auto">{question}</legend>
        <div className="survey-scores">
          {scores.map((one) => (
            <label key={one} className={one <= score ? 'survey-score survey-score-on' : 'survey-score'}>
              <input
                type="radio"
                name="score"
                value={one}
                checked={one === score}
                aria-label={t('survey.score', { n: one })}
                onChange={() => useSurvey.setState({ score: one })}
              />
              <span aria-hidden="true">{one <= score ? '★' : '☆'}</span>
            </label>
          ))}
        </div>
        <p className="survey-ends" aria-hidden="true">
          <span>{t('survey.bad')}</span>
          <span>{t('survey.good')}</span>
        </p>
      </fieldset>
      {score > 0 && (
        <textarea
          rows={2}
          maxLength={1_000}
          dir="auto"
          aria-label={t('survey.text')}
          placeholder={t('survey.text')}
          value={text}
          onInput={(event) => useSurvey.setState({ text: event.currentTarget.value })}
        />
      )}
      {state === 'failed' && <p role="alert">{t('error.other')}</p>}
      <div className="survey-actions">
        <Button onPress={sendable ? () => void answerSurvey(interactionId) : undefined}>{t('survey.send')}</Button>
        <Button kind="quiet" onPress={skipSurvey}>
          {t('survey.skip')}
        </Button>
      </div>
    </section>
  )
}
