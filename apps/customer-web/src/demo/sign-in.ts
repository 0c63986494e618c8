import { beckon } from './beckon.ts'

/** The airline's own sign-in: which demo customer this browser is, kept as a host site would keep it. */
const key = 'blue-sky.user'

/** The airline's server signs who the customer is; the secret never comes to the page. */
async function identify(user: string): Promise<void> {
  const response = await fetch(`/demo/identity?user=${encodeURIComponent(user)}`)
  if (!response.ok) throw new Error(`identity: ${response.status}`)
  const { identity } = (await response.json()) as { identity: string }
  beckon('identify', identity)
}

function signInAs(user: string): void {
  if (user === '') {
    localStorage.removeItem(key)
    beckon('logout')
    return
  }
  localStorage.setItem(key, user)
  identify(user).catch((error: unknown) => console.error('Blue Sky sign-in:', error))
}

const select = document.querySelector<HTMLSelectElement>('#who')
const user = localStorage.getItem(key) ?? ''
if (select !== null) {
  select.value = user
  select.addEventListener('change', () => signInAs(select.value))
}
if (user !== '') signInAs(user)
