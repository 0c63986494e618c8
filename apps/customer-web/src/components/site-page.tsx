import type { ContactPage } from '@beckon/shared/model/contact-page'

interface SitePageProps {
  page: ContactPage | undefined
  /** Its title stands here, not above. */
  titled?: boolean
}

/** What the site says here: text, a promotion apart from it, and links in tabs of their own. */
export const SitePage = ({ page, titled = false }: SitePageProps) =>
  page === undefined ? null : (
    <section className="site-page">
      {titled && page.title !== '' && <h2 dir="auto">{page.title}</h2>}
      {page.text !== '' && <p dir="auto">{page.text}</p>}
      {page.promotion !== '' && (
        <p className="site-page-promotion" dir="auto">
          {page.promotion}
        </p>
      )}
      {page.links.map(({ title, url }) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer" dir="auto">
          {title}
        </a>
      ))}
    </section>
  )
