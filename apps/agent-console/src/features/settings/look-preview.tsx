import { lookOf } from '@beckon/shared/rules/look'
import type { Theme } from '@beckon/shared/rules/theme'
import { MessageSquare } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'

/** The grounds of the widget's own `base.css`, for a look without one. */
const ours = { '--ground': 'light-dark(#ffffff, #141a21)', '--text': 'light-dark(#16181d, #e9ebef)' }

/** A piece of the widget in this look, by the rule that it is dressed by itself. */
export function LookPreview({ name, look }: { name: string; look: Theme }) {
  const { t } = useTranslation()
  const { 'color-scheme': colorScheme, ...tokens }: Record<string, string> = { ...ours, ...lookOf(look) }
  return (
    <section
      aria-label={t('settings.preview')}
      className="min-w-0 self-start rounded-lg border border-line bg-sunken p-4"
    >
      <p className="mb-2 text-xs font-medium text-muted">{t('settings.preview')}</p>
      {/* A picture of what acts elsewhere, unreadable words included while they are refused. */}
      <div
        inert
        style={{ ...tokens, colorScheme } as CSSProperties}
        className="flex flex-col gap-3 rounded-[var(--radius)] bg-[var(--ground)] p-4 text-[var(--text)]"
      >
        <p className="text-lg font-semibold">{name}</p>
        <p>{t('settings.look.sample')}</p>
        <p className="text-[var(--accent-text)] underline">{t('settings.look.link')}</p>
        <span className="inline-flex min-h-9 items-center justify-center gap-2 rounded-[var(--radius)] bg-[var(--accent)] px-3 font-medium text-[var(--on-accent)]">
          <MessageSquare size={16} aria-hidden="true" />
          {t('presence.channel.chat')}
        </span>
      </div>
    </section>
  )
}
