import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './catalogue/en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** React escapes; i18next must not do it again. Texts are in the bundle, so nothing is ever loading. */
export const i18n = i18next.createInstance()
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})
