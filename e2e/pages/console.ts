import { expect, type Locator, type Page } from '@playwright/test'

/** The console as an agent sees it. */
export class Console {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async signIn(publicUrl: string, name: string): Promise<void> {
    await this.page.goto(`${publicUrl}/console`)
    await this.page.getByRole('button', { name: `Sign in as ${name}` }).click()
    await expect(this.connected).toBeVisible()
  }

  get connected(): Locator {
    return this.page.getByRole('status', { name: 'Connection: connected' })
  }
  get presence(): Locator {
    return this.page.getByRole('group', { name: 'Your presence' })
  }
  toggle(channel: 'Chat' | 'Voice'): Locator {
    return this.presence.getByRole('switch', { name: `${channel}, take new contacts` })
  }
  /** Of several devices of the agent's that are connected, one. */
  voiceOn(device: string): Locator {
    return this.presence.getByRole('switch', { name: new RegExp(`^Voice on ${device},`) })
  }
  async manageDevices(): Promise<Locator> {
    await this.presence.getByRole('button', { expanded: false }).first().click()
    await this.page.getByRole('menuitem', { name: /^Name or remove devices/ }).click()
    return this.page.getByRole('dialog', { name: 'Your devices' })
  }
  /** One of the choices that concern all channels at once. */
  async choosePresence(choice: string): Promise<void> {
    await this.presence.getByRole('button', { expanded: false }).first().click()
    await this.page.getByRole('menu', { name: 'For all channels' }).getByRole('menuitemradio', { name: choice }).click()
  }
  get offer(): Locator {
    return this.page.getByRole('region', { name: 'Offers' }).getByRole('article')
  }
  /** What waits where agents pick for themselves. */
  get queue(): Locator {
    return this.page.getByRole('region', { name: 'Waiting to be picked' })
  }
  /** Tasks that nobody has. */
  get workbin(): Locator {
    return this.page.getByRole('region', { name: 'Workbin' })
  }
  async openWorkbin(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Workbin/ }).click()
  }
  /** The customer is writing, said below the conversation. */
  get typing(): Locator {
    return this.page.getByText(/ is typing…$/)
  }
  get reply(): Locator {
    return this.page.getByRole('textbox', { name: /^Reply to/ })
  }
  /** The same agent in another tab, connected. */
  async twin(): Promise<Console> {
    const twin = new Console(await this.page.context().newPage())
    await twin.page.goto(this.page.url())
    await expect(twin.connected).toBeVisible()
    return twin
  }
  get log(): Locator {
    return this.page.getByRole('log')
  }
  get customer(): Locator {
    return this.page.getByRole('complementary', { name: 'Customer' })
  }
  get call(): Locator {
    return this.page.getByRole('region', { name: 'Call', exact: true })
  }
  get wrapUp(): Locator {
    return this.page.getByRole('region', { name: 'Wrap-up' })
  }
  get work(): Locator {
    return this.page.getByRole('region', { name: 'My work' })
  }

  get headset(): Locator {
    return this.page.getByRole('dialog', { name: 'Headset check' })
  }
  /** What a device asks for before its first readiness on voice. */
  async passHeadsetCheck(): Promise<void> {
    await this.headset.getByRole('button', { name: 'Go ready on voice' }).click()
    await expect(this.headset).toHaveCount(0)
  }

  /** Opens one of the agent's contacts by a word of its line. */
  async choose(text: string | RegExp): Promise<void> {
    await this.work.getByRole('button').filter({ hasText: text }).first().click()
  }

  async accept(): Promise<void> {
    await this.offer.getByRole('button', { name: 'Accept' }).first().click()
    await expect(this.page.getByRole('button', { name: 'End this contact' })).toBeVisible()
  }

  async answerElsewhere(way: string): Promise<void> {
    await this.offer.getByRole('button', { name: 'Answer another way' }).click()
    await this.page.getByRole('menuitem', { name: way }).click()
  }

  async say(text: string): Promise<void> {
    await this.reply.fill(text)
    await this.reply.press('Enter')
    await expect(this.log.getByText(text, { exact: true })).toBeVisible()
  }

  /** Pushes the first of the stored pages. */
  async pushPages(count: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Push page' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Push page' })
    for (let n = 0; n < count; n++) await dialog.getByRole('checkbox').nth(n).check()
    await dialog.getByRole('button', { name: /^Push \d+ page/ }).click()
  }

  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End this contact' }).click()
    await expect(this.wrapUp).toBeVisible()
  }

  async finish(disposition: string): Promise<void> {
    await this.wrapUp.getByRole('radio', { name: disposition }).click()
    await this.wrapUp.getByRole('button', { name: 'Done' }).click()
    await expect(this.wrapUp).toHaveCount(0)
  }
}
