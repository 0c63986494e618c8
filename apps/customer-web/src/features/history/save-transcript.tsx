import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { errorText, t } from '../../components/catalogue/text.ts'
import { Notice } from '../../components/notice.tsx'
import { RequestError, requestFile } from '../../realtime/request-json.ts'
import { useHost } from '../../realtime/host-store.ts'
import { readySession } from '../../realtime/session-store.ts'

type Format = 'text' | 'page'

/** Fetched by us and not by a link: the visitor may be known by a token, and a refusal can be told. */
async function save(interactionId: string, reference: string, format: Format): Promise<void> {
  const { site, token } = readySession()
  const locale = useHost.getState().state.locale || navigator.language
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const query = new URLSearchParams({ site: site.key, format, locale: locale.slice(0, 35), zone })
  const file = await requestFile(`/widget/api/history/${encodeURIComponent(interactionId)}/transcript?${query}`, token)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${reference}.${format === 'page' ? 'html' : 'txt'}`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** What was said, to be kept by the customer: as text, or as a page to print. */
export function SaveTranscript({ interactionId, reference }: { interactionId: string; reference: string }) {
  const [error, setError] = useState<string>()
  const saving = (format: Format) => () => {
    setError(undefined)
    save(interactionId, reference, format).catch((why: unknown) =>
      setError(why instanceof RequestError ? why.code : 'unavailable'),
    )
  }
  return (
    <div className="save-transcript">
      <Button onPress={saving('text')}>{t('transcript.text')}</Button>
      <Button onPress={saving('page')}>{t('transcript.page')}</Button>
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
    </div>
  )
}
