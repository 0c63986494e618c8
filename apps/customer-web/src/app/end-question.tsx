import { Button } from '../components/button.tsx'
import { t } from '../components/catalogue/text.ts'
import './styles/question.css'

/** A conversation is ended in two steps: a slip of the finger ends nothing. */
export const EndQuestion = ({ onEnd, onKeep }: { onEnd: () => void; onKeep: () => void }) => (
  <section className="question" aria-label={t('chat.end.ask')}>
    <p>{t('chat.end.ask')}</p>
    <Button kind="danger" onPress={onEnd}>
      {t('chat.end.yes')}
    </Button>
    <Button onPress={onKeep}>{t('chat.end.no')}</Button>
  </section>
)
