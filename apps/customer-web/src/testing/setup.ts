import { cleanup, configure } from '@testing-library/preact'
import { afterEach } from 'vitest'
import { enLater } from '../components/catalogue/en-later.ts'
import { addTexts } from '../components/catalogue/text.ts'

// A busy machine may take its time; what never comes still fails.
configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)
addTexts(enLater)
