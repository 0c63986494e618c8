import { Button } from '../components/button.tsx'
import { t } from '../components/catalogue/text.ts'
import { Icon } from '../components/icon.tsx'

interface TroubleProps {
  title: string
  words: string
  action: string
  onAction: () => void
}

/** Nothing else can be shown: what is wrong, and the next step. */
export const Trouble = ({ title, words, action, onAction }: TroubleProps) => (
  <main className="trouble">
    <Icon name="alert" />
    <h1>{title}</h1>
    <p role="alert">{words}</p>
    <Button kind="main" onPress={onAction}>
      {action}
    </Button>
  </main>
)

export const ReloadTrouble = ({ words }: { words: string }) => (
  <Trouble title={t('trouble.ended.title')} words={words} action={t('app.reload')} onAction={() => location.reload()} />
)
