import type { en } from './en.ts'

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** The shape of `en` with every plural in all the forms a language may have; what is missing does not compile. */
type Translated<T> = {
  [K in keyof T as K extends `${infer Stem}_${'one' | 'other'}` ? `${Stem}_${PluralForm}` : K]: T[K] extends string
    ? string
    : Translated<T[K]>
}

export type Translation = Translated<typeof en>
