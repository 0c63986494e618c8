import * as z from 'zod/mini'
import { RoutingSettings } from '../model/routing-settings.ts'
import { defineCommand } from './define-command.ts'
import type { SettingsFinding } from './reply.ts'

export const routingCommands = {
  /** Administrator: how the site routes from now on; refused with the problems when it makes no sense. */
  'routing:save': defineCommand<{ warnings: SettingsFinding[] }>()('site', z.object({ routing: RoutingSettings })),
}
