import * as z from 'zod/mini'
import { fileKinds } from '../../rules/file-types.ts'
import { Name } from './page.ts'

/** `https://www.example.com`: scheme, host and port, as browsers write it. */
const Origin = z.string().check(
  z.maxLength(200),
  z.refine((text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text),
)

/** Files that may be sent: of these kinds, up to so many bytes. */
const Files = z.object({
  kinds: z.array(z.enum(fileKinds)).check(z.maxLength(fileKinds.length)),
  maxBytes: z.int().check(z.minimum(1), z.maximum(100_000_000)),
})

const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/))

/** The widget's look beside its accent; what is absent is ours. Ground and the words on it come together. */
const Look = z
  .object({
    ground: z.exactOptional(Colour),
    text: z.exactOptional(Colour),
    /** Pixels. */
    radius: z.exactOptional(z.int().check(z.minimum(0), z.maximum(24))),
    mode: z.exactOptional(z.enum(['light', 'dark', 'auto'])),
  })
  .check(z.refine(({ ground, text }) => (ground === undefined) === (text === undefined)))

/** `GET {PUBLIC_URL}/api/v1/site`: the asker's own site. */
export const SiteResource = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  /** `#0b66c3`; null: the widget's own. */
  accent: z.nullable(z.string()),
  /** Pages of these origins may carry the widget. */
  origins: z.array(z.string()),
  files: Files,
  look: Look,
})
export type SiteResource = z.infer<typeof SiteResource>

/** `PATCH /api/v1/site`: what is absent stays. */
export const SiteChange = z
  .object({
    name: z.optional(Name),
    accent: z.optional(z.nullable(Colour)),
    origins: z.optional(z.array(Origin).check(z.maxLength(50))),
    files: z.optional(Files),
    /** Replaced whole. */
    look: z.optional(Look),
  })
  .register(z.globalRegistry, { examples: [{ name: 'Blue Sky', accent: '#0b66c3' }] })

/** `POST /api/v1/site/identity-secret`: the new secret, told only here; the old one is void at once. */
export const IdentitySecret = z.object({ identitySecret: z.exactOptional(z.string()) })
export type IdentitySecret = z.infer<typeof IdentitySecret>
