import * as z from 'zod/mini'
import { Key } from '../contact.ts'
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

/** A page that agents may show. */
export const StoredPage = z.object({ id: z.string(), url: z.string(), title: z.string(), position: z.int() })
export const NewPage = z
  .object({
    url: z.string().check(z.maxLength(2_000), z.refine(isPage)),
    title: Name,
    position: z.optional(Position),
  })
  .register(z.globalRegistry, { examples: [{ url: 'https://bluesky.example/vouchers', title: 'Vouchers' }] })
export const PageChange = z
  .object({ title: z.optional(Name), position: z.optional(Position) })
  .register(z.globalRegistry, { examples: [{ title: 'Our vouchers' }] })

/** Of the web, without a password in it; http on this machine only. */
function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return (
    (url.protocol === 'https:' || (local && url.protocol === 'http:')) && url.username === '' && url.password === ''
  )
}
