import type { CrowdResponse, Simulated, SimulatedKind } from '@beckon/shared/protocol/demo'

/** How often a page in sight asks who is there. */
const LOOK_MS = 2_000

const doing: Record<Simulated['state'], string> = {
  arriving: 'is coming in',
  waiting: 'waits in line',
  ready: 'is ready for a chat',
  talking: 'is in a chat',
}

function line({ id, kind, name, subject, state }: Simulated, remove: (id: string) => void): HTMLLIElement {
  const who = document.createElement('span')
  const strong = document.createElement('strong')
  strong.textContent = name
  who.append(strong, ` ${kind === 'customer' ? `customer, ${subject ?? ''}` : 'agent'}: ${doing[state]}`)
  const button = document.createElement('button')
  button.className = 'quiet'
  button.textContent = 'Remove'
  button.setAttribute('aria-label', `Remove ${name}`)
  button.addEventListener('click', () => remove(id))
  const item = document.createElement('li')
  item.append(who, button)
  return item
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return fetch(path, { method, ...json })
}

function follow(panel: HTMLElement): void {
  const list = panel.querySelector('[data-crowd-list]')
  const says = panel.querySelector('[data-crowd-says]')
  let shown = ''
  const say = (text: string) => {
    if (says) says.textContent = text
  }

  async function look(): Promise<void> {
    if (document.visibilityState === 'hidden') return
    const response = await ask('GET', '/demo/people')
    if (!response.ok) throw new Error(`people: ${response.status}`)
    const { people, most } = (await response.json()) as CrowdResponse
    for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-add]')) {
      button.disabled = people.filter(({ kind }) => kind === button.dataset['add']).length >= most
    }
    // Left alone while nothing changed, so that the focus stays on a button.
    if (JSON.stringify(people) === shown) return
    shown = JSON.stringify(people)
    list?.replaceChildren(...people.map((one) => line(one, (id) => act(() => remove(id)))))
  }
  async function add(kind: SimulatedKind): Promise<void> {
    say('')
    const response = await ask('POST', '/demo/people', { kind })
    if (response.ok) say(`${((await response.json()) as Simulated).name} comes in.`)
    else say(response.status === 403 ? 'Only on the machine that runs the demo.' : 'They could not come in. Try again.')
    await look()
  }
  async function remove(id: string): Promise<void> {
    await ask('DELETE', `/demo/people/${id}`)
    await look()
  }
  function act(what: () => Promise<void>): void {
    what().catch((error: unknown) => console.warn('Simulated people:', error))
  }

  for (const button of panel.querySelectorAll<HTMLElement>('[data-add]')) {
    button.addEventListener('click', () => act(() => add(button.dataset['add'] === 'agent' ? 'agent' : 'customer')))
  }
  act(look)
  setInterval(() => act(look), LOOK_MS)
}

const panel = document.querySelector<HTMLElement>('[data-crowd]')
if (panel) follow(panel)
