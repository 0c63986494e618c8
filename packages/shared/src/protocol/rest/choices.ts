import * as z from 'zod/mini'
import { Key } from '../contact.ts'
import { ContactPage, ContactPageKind } from '../../model/contact-page.ts'
import { Name } from './page.ts'

const Position = z.int().check(z.minimum(0), z.maximum(10_000))

/** What a contact may be about. */
export const Subject = z.object({
  key: z.string(),
  name: z.string(),
  /** The skill an agent needs; null: anybody. */
  skill: z.nullable(z.string()),
  /** Contacts that name no subject, or an unknown one, get this. */
  isDefault: z.boolean(),
})
export const NewSubject = z
  .object({ key: Key, name: Name, skill: z._default(z.nullable(Key), null), isDefault: z._default(z.boolean(), false) })
  .register(z.globalRegistry, { examples: [{ key: 'refunds', name: 'Refunds', skill: 'booking' }] })
export const SubjectChange = z
  .object({ name: z.optional(Name), skill: z.optional(z.nullable(Key)), isDefault: z.optional(z.boolean()) })
  .register(z.globalRegistry, { examples: [{ name: 'Refunds and vouchers' }] })

/** A disposition, a reason to decline, or one to be unavailable. */
export const Choice = z.object({ key: z.string(), name: z.string(), position: z.int() })
export const NewChoice = z
  .object({ key: Key, name: Name, position: z.optional(Position) })
  .register(z.globalRegistry, { examples: [{ key: 'called-back', name: 'Called back' }] })
export const ChoiceChange = z
  .object({ name: z.optional(Name), position: z.optional(Position) })
  .register(z.globalRegistry, { examples: [{ name: 'Called back later' }] })

export const CannedReply = z.object({ key: z.string(), text: z.string() })
const ReplyText = z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000))
export const NewCannedReply = z
  .object({ key: Key, text: ReplyText })
  .register(z.globalRegistry, { examples: [{ key: 'thanks', text: 'Thank you for waiting.' }] })
export const CannedReplyChange = z
  .object({ text: z.optional(ReplyText) })
  .register(z.globalRegistry, { examples: [{ text: 'Thank you for your patience.' }] })

const PageUrl = z.string().check(z.maxLength(2_000), z.refine(isPage))

/** A page that agents may show. */
export const StoredPage = z.object({ id: z.string(), url: z.string(), title: z.string(), position: z.int() })
export const NewPage = z
  .object({
    url: PageUrl,
    title: Name,
    position: z.optional(Position),
  })
  .register(z.globalRegistry, { examples: [{ url: 'https://bluesky.example/vouchers', title: 'Vouchers' }] })
export const PageChange = z
  .object({ title: z.optional(Name), position: z.optional(Position) })
  .register(z.globalRegistry, { examples: [{ title: 'Our vouchers' }] })

/** What a customer reads around a contact. Its id is its kind and, after a dash, its subject: `welcome-baggage`. */
export const ContactPageItem = z.extend(ContactPage, { id: z.string() })
const upTo = (most: number) => z.string().check(z.trim(), z.maxLength(most))
const words = {
  title: upTo(100),
  text: upTo(2_000),
  promotion: upTo(500),
  links: z.array(z.object({ title: Name, url: PageUrl })).check(z.maxLength(5)),
}
export const NewContactPage = z
  .object({
    kind: ContactPageKind,
    /** Empty: for those without a page of their own. */
    subject: z._default(z.union([z.literal(''), Key]), ''),
    title: z._default(words.title, ''),
    text: z._default(words.text, ''),
    promotion: z._default(words.promotion, ''),
    links: z._default(words.links, []),
  })
  .register(z.globalRegistry, {
    examples: [{ kind: 'welcome', subject: 'lounge', text: 'Have your card at hand.' }],
  })
export const ContactPageChange = z
  .partial(z.object(words))
  .register(z.globalRegistry, { examples: [{ promotion: 'Lounge passes are half price this month.' }] })

/** Of the web, without a password in it; http on this machine only. */
function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return (
    (url.protocol === 'https:' || (local && url.protocol === 'http:')) && url.username === '' && url.password === ''
  )
}
