import type { ContextBag, ContextItem } from '@beckon/shared/model/context'
import { t } from '../../components/catalogue/text.ts'
import type { HostState } from '../../loader/messages.ts'

/** What may be left out: one context item by its key, or one of these. */
export type PreviewKey = `item:${string}` | 'page' | 'trail' | 'locale' | 'device'
export type Device = NonNullable<ContextBag['device']>

export interface PreviewItem {
  key: PreviewKey
  label: string
}
type Known = Pick<HostState, 'items' | 'trail' | 'locale'>

const localeOf = (locale: string): string | undefined =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/.test(locale) ? locale : undefined

function itemLabel({ key, value, source }: ContextItem): string {
  if (source === 'customer') return t('preview.location', { value })
  return key === 'whisper' ? t('preview.whisper', { value }) : `${key} ${value}`
}

/** What an agent would see, in the customer's words; the present page is apart from those before it. */
export function previewItems({ items, trail, locale }: Known, device: Device): PreviewItem[] {
  const shown: PreviewItem[] = items.map((item) => ({ key: `item:${item.key}` as const, label: itemLabel(item) }))
  if (trail.length > 0) shown.push({ key: 'page', label: t('preview.page') })
  if (trail.length > 1) shown.push({ key: 'trail', label: t('preview.trail', { n: trail.length - 1 }) })
  const value = localeOf(locale)
  if (value !== undefined) shown.push({ key: 'locale', label: t('preview.locale', { value }) })
  shown.push({ key: 'device', label: t('preview.device', { value: t(`preview.device.${device}`) }) })
  return shown
}

/** The bag that is sent: all that was shown and not removed, and nothing else. */
export function makeBag({ items, trail, locale }: Known, device: Device, removed: ReadonlySet<PreviewKey>): ContextBag {
  const past = removed.has('trail') ? [] : trail.slice(0, -1)
  const here = removed.has('page') ? [] : trail.slice(-1)
  const language = removed.has('locale') ? undefined : localeOf(locale)
  return {
    items: items.filter((item) => !removed.has(`item:${item.key}`)),
    trail: [...past, ...here],
    ...(language === undefined ? {} : { locale: language }),
    ...(removed.has('device') ? {} : { device }),
  }
}
