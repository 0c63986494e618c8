import { Key } from '@beckon/shared/protocol/contact'
import * as z from 'zod/mini'

/** `?site=`: for whom a person works just now, when they work for several; otherwise the site they joined first. */
export const SiteQuery = z.object({ site: z.optional(Key) })
