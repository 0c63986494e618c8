import { useTranslation } from 'react-i18next'
import { useDemoAccounts } from './use-demo-accounts.ts'
import type { Credentials } from './use-sign-in.ts'

interface DemoAccountsProps {
  disabled: boolean
  onChoose: (credentials: Credentials) => void
}

export function DemoAccounts({ disabled, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation()
  const accounts = useDemoAccounts()
  if (accounts.length === 0) return null
  return (
    <section aria-label={t('signIn.demo')} className="mt-6 border-t border-line pt-4">
      <h2 className="font-semibold">{t('signIn.demo')}</h2>
      <p className="mb-3 text-sm text-muted">{t('signIn.demoHint')}</p>
      <ul className="grid grid-cols-2 gap-2">
        {accounts.map(({ name, roles, email, password }) => (
          <li key={email}>
            <button
              type="button"
              disabled={disabled}
              aria-label={t('signIn.as', { name })}
              onClick={() => onChoose({ email, password })}
              className="flex w-full items-center gap-2 rounded-md border border-line px-2.5 py-2 text-start transition-colors hover:border-accent-line hover:bg-accent-soft disabled:opacity-50"
            >
              <span
                aria-hidden="true"
                className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-sm font-semibold"
              >
                {name.charAt(0)}
              </span>
              <span className="min-w-0">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-xs text-muted">
                  {roles.map((role) => t(`signIn.role.${role}`)).join(', ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
