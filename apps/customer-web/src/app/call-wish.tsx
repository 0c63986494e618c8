import { Button } from '../components/button.tsx'
import { t } from '../components/catalogue/text.ts'
import { startContact } from './start-contact.ts'
import { useWish } from './wish-store.ts'
import './styles/question.css'

/** Asked for by the page: why the microphone is needed, and the click that asks for it. */
export function CallWish() {
  const done = () => useWish.setState({ call: false })
  const start = () => {
    done()
    void startContact('voice')
  }
  return (
    <section className="question" aria-label={t('call.window.start')}>
      <p>{t('call.window.why')}</p>
      <Button kind="main" icon="phone" onPress={start}>
        {t('call.window.start')}
      </Button>
      <Button onPress={done}>{t('call.decline')}</Button>
    </section>
  )
}
