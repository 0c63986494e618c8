import { RoutingSettings } from '@beckon/shared/model/routing-settings'
import { expect, test } from 'vitest'
import { problemsOf } from '../domain/rules/check-settings.ts'
import { blueSkyRouting } from './demo-routing.ts'
import { demoSites } from './demo-sites.ts'

test('[RU3] the demo routes by settings an administrator could save', () => {
  const subjects = new Set(demoSites[0]?.subjects.map(({ key }) => key))
  expect(RoutingSettings.parse(blueSkyRouting)).toEqual(blueSkyRouting)
  expect(problemsOf(blueSkyRouting, subjects)).toEqual([])
})
