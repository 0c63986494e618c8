import { Icon, type IconName } from './icon.tsx'

interface IconButtonProps {
  /** What it does, for those who see no picture. */
  label: string
  icon: IconName
  onPress: () => void
  kind?: 'plain' | 'main' | 'danger'
  pressed?: boolean
}

export const IconButton = ({ label, icon, onPress, kind = 'plain', pressed }: IconButtonProps) => (
  <button
    type="button"
    className={`icon-button icon-button-${kind}`}
    aria-label={label}
    title={label}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
)
