import type { OfferView } from '@beckon/shared/model/agent-view'
import type { NotChosen } from '@beckon/shared/model/routing-explanation'
import { useTranslation } from 'react-i18next'

/** Why the offer came here; opened, what it ranks as and why nobody else has it. */
export function WhyMe({ offer }: { offer: OfferView }) {
  const { t } = useTranslation()
  const { nearest, others } = offer.explained
  const lackWords = (lacks: readonly NotChosen[]) => lacks.map((lack) => t(`offer.lacks.${lack}`)).join(', ')
  const counted = (Object.entries(others) as [NotChosen, number][]).sort(([, a], [, b]) => b - a)
  const rows = [
    { word: t('offer.priority'), lines: [t('offer.minutes', { n: offer.priority })] },
    { word: t('offer.value'), lines: [t('offer.minutes', { n: offer.value })] },
    { word: t('offer.nearest'), lines: nearest.map(({ name, lacks }) => `${name}: ${lackWords(lacks)}`) },
    { word: t('offer.others'), lines: counted.map(([lack, count]) => `${t(`offer.lacks.${lack}`)}: ${count}`) },
  ]
  return (
    <details className="mt-1 text-sm">
      <summary className="min-h-6 cursor-pointer pointer-coarse:min-h-11">
        <span className="text-muted">{t('offer.why')}</span>{' '}
        {offer.why.map((reason) => t(`offer.reason.${reason}`)).join(', ')}
      </summary>
      <dl className="grid grid-cols-[76px_1fr] gap-x-2 gap-y-1">
        {rows
          .filter(({ lines }) => lines.length > 0)
          .map(({ word, lines }) => (
            <div key={word} className="contents">
              <dt className="text-muted">{word}</dt>
              <dd className="whitespace-pre-line">{lines.join('\n')}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
