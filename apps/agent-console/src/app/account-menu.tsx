import type { MeResponse } from '@beckon/shared/protocol/http'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../components/actions/use-acts.ts'
import { MenuButton } from '../components/menu-button.tsx'
import { useToasts } from '../components/toast-store.ts'
import { signInErrorKey } from '../features/sign-in/sign-in-error.ts'
import { useSignOut } from '../features/sign-in/use-sign-out.ts'
import { changeLanguage, changeTheme } from './change-look.ts'
import { type Language, languages, themes, usePreferences } from './preferences.ts'
import { openTool, SiteTools, toolsFor } from './site-tools.tsx'

/** Each in its own words, so that its reader finds it. */
const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية' }

interface AccountMenuProps {
  me: MeResponse
  /** Opens the headset check; absent where there is no desk. */
  onHeadset?: () => void
}

export function AccountMenu({ me, onHeadset }: AccountMenuProps) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  const show = useToasts((s) => s.show)
  const { theme, language } = usePreferences()
  const tools = toolsFor(me)
  const leave = () => signOut.mutate(undefined, { onError: (error) => show(t(signInErrorKey(error))) })
  const choose = (key: string) => {
    const chosenTheme = themes.find((each) => each === key)
    const chosenLanguage = languages.find((each) => each === key)
    const chosenTool = tools.find((each) => each === key)
    if (chosenTheme !== undefined) changeTheme(chosenTheme)
    else if (chosenLanguage !== undefined) changeLanguage(chosenLanguage).catch(() => show(t('app.languageFailed')))
    else if (chosenTool !== undefined) openTool(chosenTool)
    else if (key === 'headset') onHeadset?.()
    else leave()
  }
  useActs([
    ...themes.map((key) => ({
      id: key,
      group: 'desk' as const,
      label: t('palette.theme', { theme: t(`app.themes.${key}`) }),
      run: () => choose(key),
    })),
    ...languages.map((key) => ({
      id: key,
      group: 'desk' as const,
      label: t('palette.language', { language: languageNames[key] }),
      run: () => choose(key),
    })),
    ...(onHeadset === undefined
      ? []
      : [{ id: 'headset', group: 'desk' as const, label: t('headset.open'), run: onHeadset }]),
    { id: 'sign-out', group: 'desk', label: t('app.signOut'), run: leave },
  ])
  return (
    <>
      <MenuButton
        look="quiet"
        alignEnd
        aria-label={t('app.account', { name: me.agent.name })}
        disabled={signOut.isPending}
        label={
          <>
            <span
              aria-hidden="true"
              className="grid size-6 place-items-center rounded-full bg-accent-soft text-xs font-semibold"
            >
              {me.agent.name.charAt(0)}
            </span>
            <span className="max-w-40 truncate max-lg:hidden">{me.agent.name}</span>
            <ChevronDown size={14} aria-hidden="true" />
          </>
        }
        menuLabel={`${me.agent.name} · ${me.site.name}`}
        items={[
          ...(onHeadset === undefined ? [] : [{ key: 'headset', label: t('headset.open') }]),
          ...tools.map((key) => ({ key, label: t(`siteTool.${key}`) })),
          { key: 'sign-out', label: t('app.signOut'), hint: me.agent.email },
          ...themes.map((key, index) => ({
            key,
            label: t(`app.themes.${key}`),
            checked: key === theme,
            ...(index === 0 && { heading: t('app.theme') }),
          })),
          ...languages.map((key, index) => ({
            key,
            label: languageNames[key],
            checked: key === language,
            ...(index === 0 && { heading: t('app.language') }),
          })),
        ]}
        onChoose={choose}
      />
      <SiteTools me={me} />
    </>
  )
}
