import * as z from 'zod/mini'

export const ContactPageKind = z.enum(['welcome', 'connecting', 'closing', 'survey'])

/** What a site has a customer read before, while waiting for, after a contact, or when asked how it was. Text, never markup. */
export const ContactPage = z.object({
  kind: ContactPageKind,
  /** Key of the subject it is for; empty: for those without a page of their own. */
  subject: z.string(),
  /** Empty: ours stands. */
  title: z.string(),
  text: z.string(),
  /** News or an offer of the site; empty: none. */
  promotion: z.string(),
  /** Next steps; only addresses of the site's allow-list leave the server. */
  links: z.array(z.object({ title: z.string(), url: z.string() })),
})
export type ContactPage = z.infer<typeof ContactPage>
