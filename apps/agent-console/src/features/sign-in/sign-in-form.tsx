import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { signInErrorKey } from './sign-in-error.ts'
import { useSignIn } from './use-sign-in.ts'

const field = 'mt-1 block min-h-10 w-full rounded-md border border-line-strong bg-surface px-3'

/** `ended`: a session was open here and has ended. */
export function SignInForm({ ended }: { ended: boolean }) {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const errorId = useId()
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email') ?? '').trim()
    const password = String(form.get('password') ?? '')
    setMissing(email === '' || password === '')
    if (email !== '' && password !== '') signIn.mutate({ email, password })
  }
  const problem = missing ? t('signIn.missing') : signIn.isError ? t(signInErrorKey(signIn.error)) : undefined
  return (
    <main className="grid min-h-full place-items-center p-4">
      <div className="w-full max-w-100 rounded-lg border border-line bg-surface p-6">
        <p className="mb-6 flex items-center gap-2 font-semibold">
          <span aria-hidden="true" className="grid size-7 place-items-center rounded-md bg-accent text-accent-ink">
            B
          </span>
          {t('app.name')}
        </p>
        <h1 className="text-xl font-semibold">{t('signIn.title')}</h1>
        <p className="mb-5 text-muted">{t('signIn.lead')}</p>
        {ended && problem === undefined && (
          <p role="status" className="mb-4 rounded-md bg-partial-soft p-3 text-partial">
            {t('signIn.ended')}
          </p>
        )}
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <label className="block text-sm font-medium">
            {t('signIn.email')}
            <input name="email" type="email" autoComplete="username" className={field} aria-describedby={errorId} />
          </label>
          <label className="block text-sm font-medium">
            {t('signIn.password')}
            <input
              name="password"
              type="password"
              autoComplete="current-password"
              className={field}
              aria-describedby={errorId}
            />
          </label>
          <p id={errorId} role="alert" className="text-dnd empty:hidden">
            {problem}
          </p>
          <Button look="primary" type="submit" className="min-h-10" disabled={signIn.isPending}>
            {signIn.isPending ? t('signIn.busy') : t('signIn.submit')}
          </Button>
        </form>
        <DemoAccounts
          disabled={signIn.isPending}
          onChoose={(credentials) => {
            setMissing(false)
            signIn.mutate(credentials)
          }}
        />
      </div>
    </main>
  )
}
