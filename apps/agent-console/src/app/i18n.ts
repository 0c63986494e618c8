import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { tellTimesIn } from '../components/time-text.ts'
import { en } from './catalogue/en.ts'
import type { Language } from './preferences.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** React escapes; i18next must not do it again. English is in the bundle, another language comes when it is chosen. */
export const i18n = i18next.createInstance()
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** Rejects when the texts cannot be fetched; the language stays what it was. */
export async function speak(language: Language): Promise<void> {
  if (language === 'ar' && !i18n.hasResourceBundle('ar', 'translation')) {
    const { ar } = await import('./catalogue/ar.ts')
    i18n.addResourceBundle('ar', 'translation', ar)
  }
  tellTimesIn(language)
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = i18n.dir(language)
}
