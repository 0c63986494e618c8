import type { en } from './en.ts'
import type { enLater } from './en-later.ts'

/** Every text a customer reads, apart from what people wrote. */
export type TextKey = keyof typeof en | keyof typeof enLater
export type Catalogue = Record<TextKey, string>
