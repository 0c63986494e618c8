import * as z from 'zod/mini'
import { maxContextItems } from '../rules/context-limits.ts'
import { Instant } from './instant.ts'

/** One fact that travels with a contact. */
export const ContextItem = z.object({
  /** At most 64 characters, e.g. `flight`. */
  key: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  /** Text, never markup; at most 512 characters. */
  value: z.string().check(z.maxLength(512)),
  /** Where the page found it; `customer`: they chose to say so. */
  source: z.enum(['button', 'url', 'page', 'site', 'identity', 'customer']),
})
export type ContextItem = z.infer<typeof ContextItem>

/** A context item as an agent sees it: `signed` was vouched for by the site's secret, `client` was said by the page. */
export interface TrustedContextItem extends ContextItem {
  trust: 'signed' | 'client'
}

/** One page the customer was on, or what the site tracked there; oldest first in a trail, the query is never kept. */
export const TrailEntry = z.object({
  /** Origin and path, at most 512 characters. */
  url: z.string().check(z.maxLength(512)),
  title: z.string().check(z.maxLength(200)),
  /** Epoch milliseconds by the page's clock. */
  enteredAt: Instant,
  /** How long the page was shown; 0 for the present one. */
  dwellMs: z.int().check(z.nonnegative()),
  /** Name of what was tracked, e.g. `added-to-cart`, with its detail in `title`; absent for a page. */
  event: z.exactOptional(z.string().check(z.trim(), z.minLength(1), z.maxLength(64))),
})
export type TrailEntry = z.infer<typeof TrailEntry>

/** What a page is on. */
export const DeviceKind = z.enum(['phone', 'tablet', 'desktop'])
export type DeviceKind = z.infer<typeof DeviceKind>

/** What a page may say about a contact: at most 32 items and the last 20 pages. */
export const ContextBag = z.object({
  items: z.array(ContextItem).check(z.maxLength(maxContextItems)),
  trail: z.array(TrailEntry).check(z.maxLength(20)),
  /** BCP 47, e.g. `en-GB`; absent when the customer removed it. */
  locale: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/))),
  device: z.optional(DeviceKind),
})
export type ContextBag = z.infer<typeof ContextBag>
