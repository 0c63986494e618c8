import { act, fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { fakeConnection } from '../testing/fake-connection.ts'
import { restHandlers } from '../testing/rest-handlers.ts'
import { rest } from '../testing/rest.ts'
import { channel, me, start, view } from '../testing/sample.ts'
import { App } from './app.tsx'

function opened() {
  const connection = fakeConnection(() => start)
  const opens: string[] = []
  const connect = (agentId: string) => {
    opens.push(agentId)
    return connection
  }
  render(<App connect={connect} />)
  return { connection, opens }
}

test('a person signs in and finds their desk', async () => {
  let signedIn = false
  rest.use(
    http.get('/api/v1/me', () =>
      signedIn ? HttpResponse.json(me) : HttpResponse.json({ code: 'unauthenticated' }, { status: 401 }),
    ),
    http.post('/api/v1/auth/sign-in/email', () => {
      signedIn = true
      return HttpResponse.json({})
    }),
  )
  const { connection, opens } = opened()
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in as Ana' }))
  await screen.findByRole('button', { name: 'Account of Ana' })
  expect(opens).toEqual([me.agent.id])
  act(() => connection.show(view()))
  expect(screen.getByText('You are ready').textContent).toBe('You are ready')
})

test('a session that ended elsewhere leads to the sign-in, with the reason', async () => {
  const { connection } = opened()
  await screen.findByRole('button', { name: 'Account of Ana' })
  act(() => connection.become('ended'))
  expect((await screen.findByRole('status')).textContent).toContain('You were signed out')
})

test('[RS16] what administrators set while the desk is open is asked for again', async () => {
  const { connection } = opened()
  await screen.findByRole('button', { name: 'Account of Ana' })
  act(() => connection.show(view()))
  rest.use(...restHandlers({ ...me, agent: { ...me.agent, name: 'Anna' } }))
  const { site } = view()
  act(() => connection.show({ ...view(), site: { ...site, configuredAt: site.configuredAt + 1 } }))
  await screen.findByRole('button', { name: 'Account of Anna' })
})

test('signing out forgets drafts and unsent texts of this browser', async () => {
  rest.use(http.post('/api/v1/auth/sign-out', () => HttpResponse.json({ success: true })))
  localStorage.setItem('beckon.draft.x.reply', 'half a reply')
  localStorage.setItem('other', 'kept')
  opened()
  fireEvent.click(await screen.findByRole('button', { name: 'Account of Ana' }))
  fireEvent.click(screen.getByRole('menuitem', { name: /Sign out/ }))
  await screen.findByRole('heading', { name: 'Sign in to your desk' })
  expect(localStorage.getItem('beckon.draft.x.reply')).toBeNull()
  expect(localStorage.getItem('other')).toBe('kept')
})

test('[PR23] an expert has a desk with the channel on which colleagues reach them, and reads what it is for', async () => {
  const li = { ...me.agent, name: 'Li', roles: ['expert' as const] }
  rest.use(...restHandlers({ ...me, agent: li }))
  const { connection } = opened()
  await screen.findByRole('button', { name: 'Account of Li' })
  act(() => connection.show(view({ channels: [channel({ channel: 'expert', capacity: 1 })] })))
  expect(screen.getAllByRole('switch').map((each) => each.getAttribute('aria-label'))).toEqual([
    'Expert, take new contacts',
  ])
  expect(screen.getByRole('main').textContent).toContain('Colleagues see that you can be asked')
})

test('somebody without a serving role is told so and opens no line', async () => {
  rest.use(...restHandlers({ ...me, agent: { ...me.agent, roles: ['admin'] } }))
  const { opens } = opened()
  expect((await screen.findByText(/You are signed in as administrator/)).tagName).toBe('P')
  expect(opens).toEqual([])
})
