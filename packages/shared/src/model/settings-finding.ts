import * as z from 'zod/mini'

/** Something about settings that an administrator should know. */
export const SettingsFinding = z.object({
  code: z.enum([
    'key-taken',
    'unknown-queue',
    'unknown-hours',
    'unknown-region',
    'unknown-subject',
    'unknown-zone',
    'unknown-date',
    'shifts-overlap',
    'steps-out-of-order',
    'circular-overflow',
    'channel-not-served',
    /** Nobody of the site could ever take such a contact. */
    'nobody-serves',
    /** An address that is not of the site's allow-list. */
    'page-not-allowed',
    /** Words that could not be read on their ground. */
    'low-contrast',
  ]),
  /** Where, e.g. `queues.baggage.hours` or `buttons.2`. */
  at: z.string(),
})
export type SettingsFinding = z.infer<typeof SettingsFinding>
