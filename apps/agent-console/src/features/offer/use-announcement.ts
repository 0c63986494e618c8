import type { OfferView } from '@beckon/shared/model/agent-view'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../components/actions/use-keys.ts'
import { dueWord, type Spoken } from './countdown-words.ts'

/** The polite words of a running offer: at its start, and where it rings at 10 s and at 5 s. */
export function useAnnouncement(offer: OfferView, seconds: number, name: string, quiet: boolean): string {
  const { t } = useTranslation()
  const { text: keys } = useKeys('offer.accept')
  const said = useRef(new Set<Spoken>())
  const [words, setWords] = useState('')
  useEffect(() => {
    const due = dueWord(seconds, said.current)
    if (due === undefined || (quiet && due !== 'start')) return
    said.current.add(due)
    const channel = t(`presence.channel.${offer.channel}`)
    setWords(
      due === 'start'
        ? t('offer.say.start', {
            channel,
            name,
            subject: offer.subject,
            seconds,
            keys: keys && t('offer.acceptKeys', { keys }),
          })
        : t('offer.say.left', { seconds }),
    )
  }, [offer, seconds, name, quiet, keys, t])
  return words
}
