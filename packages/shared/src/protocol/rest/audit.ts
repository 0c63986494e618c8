import * as z from 'zod/mini'

/** Who changed what, when; newest first. */
export const AuditItem = z.object({
  id: z.string(),
  at: z.int(),
  actor: z.object({
    kind: z.enum(['staff', 'api-key', 'operator']),
    id: z.nullable(z.string()),
    name: z.string(),
  }),
  action: z.string(),
  target: z.string(),
  /** As it was and as it is; null: it was, or is, not there. */
  before: z.nullable(z.record(z.string(), z.unknown())),
  after: z.nullable(z.record(z.string(), z.unknown())),
})
export type AuditItem = z.infer<typeof AuditItem>
