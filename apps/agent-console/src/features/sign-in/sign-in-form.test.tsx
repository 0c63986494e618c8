import { fireEvent, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { problem } from '../../testing/rest-handlers.ts'
import { rest } from '../../testing/rest.ts'
import { SignInForm } from './sign-in-form.tsx'

const signInPath = '/api/v1/auth/sign-in/email'
const fill = (email: string, password: string) => {
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: email } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}
const said = (text: RegExp) => screen.findByText(text)

test('a wrong password is told without saying which of the two was wrong', async () => {
  rest.use(http.post(signInPath, () => HttpResponse.json({ code: 'INVALID_EMAIL_OR_PASSWORD' }, { status: 401 })))
  renderDesk(<SignInForm ended={false} />)
  fill('ana@bluesky.example', 'nonsense')
  expect((await said(/do not belong together/)).getAttribute('role')).toBe('alert')
})

test('too many tries ask for patience', async () => {
  rest.use(http.post(signInPath, () => problem(429, 'rate-limited')))
  renderDesk(<SignInForm ended={false} />)
  fill('ana@bluesky.example', 'nonsense')
  expect((await said(/Wait a minute/)).getAttribute('role')).toBe('alert')
})

test('an unreachable server is told as such', async () => {
  rest.use(http.post(signInPath, () => HttpResponse.error()))
  renderDesk(<SignInForm ended={false} />)
  fill('ana@bluesky.example', 'x')
  expect((await said(/cannot be reached/)).getAttribute('role')).toBe('alert')
})

test('an empty field is told before anything is sent', async () => {
  const seen: unknown[] = []
  rest.use(http.post(signInPath, () => void seen.push(1)))
  renderDesk(<SignInForm ended={false} />)
  fill('ana@bluesky.example', '')
  expect((await said(/Fill in both/)).getAttribute('role')).toBe('alert')
  expect(seen).toEqual([])
})

test('in the demo one click signs in with that account', async () => {
  const seen: unknown[] = []
  rest.use(
    http.post(signInPath, async ({ request }) => {
      seen.push(await request.json())
      return problem(429, 'rate-limited')
    }),
  )
  renderDesk(<SignInForm ended={false} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in as Raj' }))
  await said(/Wait a minute/)
  expect(seen).toEqual([{ email: 'raj@bluesky.example', password: 'demo-raj' }])
})

test('outside the demo no accounts are offered', async () => {
  const asked: string[] = []
  rest.use(
    http.get('/api/v1/demo/accounts', ({ request }) => {
      asked.push(request.url)
      return problem(404, 'not-found')
    }),
  )
  renderDesk(<SignInForm ended />)
  await expect.poll(() => asked).toHaveLength(1)
  expect(screen.queryByText('Demo accounts')).toBeNull()
  expect(screen.getByRole('status').textContent).toContain('You were signed out')
})
