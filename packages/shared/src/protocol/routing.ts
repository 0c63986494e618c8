import * as z from 'zod/mini'
import { Channel } from '../model/channel.ts'
import type { RoutingExplanation } from '../model/routing-explanation.ts'
import { RoutingSettings } from '../model/routing-settings.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'
import type { Instead, NotAdmitted, SettingsFinding } from './reply.ts'

/** What would become of a contact now. */
export type DryRun =
  | { admitted: true; queue: string; position: number; explanation: RoutingExplanation }
  | { admitted: false; queue: string; reason: NotAdmitted; instead: Instead }

export const routingCommands = {
  /** Administrator: how the site routes from now on; refused with the problems when it makes no sense. */
  'routing:save': defineCommand<{ warnings: SettingsFinding[] }>()('site', z.object({ routing: RoutingSettings })),
  /** Supervisor, administrator: who would get such a contact now, and why. Nothing rings. */
  'routing:explain': defineCommand<DryRun>()(
    'read',
    z.object({
      channel: Channel,
      subject: z.optional(Key),
      whisper: z.optional(Key),
      region: z.optional(Key),
      segment: z.optional(z.string().check(z.maxLength(64))),
      locale: z.optional(z.string().check(z.maxLength(35))),
    }),
  ),
}
