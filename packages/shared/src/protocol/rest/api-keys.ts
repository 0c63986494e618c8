import * as z from 'zod/mini'
import { Name } from './page.ts'

/** A program sees a site as a supervisor does, sets it as an administrator does, or both; it serves nobody. */
const KeyRole = z.enum(['supervisor', 'admin'])

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** How the key begins: enough to tell it by. */
  prefix: z.string(),
  roles: z.array(KeyRole),
  createdAt: z.int(),
  /** To the minute. */
  lastUsedAt: z.nullable(z.int()),
})
export type ApiKey = z.infer<typeof ApiKey>

/** `POST /api/v1/api-keys`. */
export const NewApiKey = z
  .object({ name: Name, roles: z._default(z.array(KeyRole).check(z.minLength(1), z.maxLength(2)), ['supervisor']) })
  .register(z.globalRegistry, { examples: [{ name: 'CRM', roles: ['supervisor'] }] })
export const MadeApiKey = z.extend(ApiKey, {
  /** The whole key: only in the first answer. */
  key: z.exactOptional(z.string()),
})
