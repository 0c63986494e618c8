import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** The widget as its customer sees it: a button on somebody's page, and the panel it opens. */
export class Widget {
  readonly page: Page
  readonly panel: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.panel = page.frameLocator('iframe[src*="/widget/frame"]')
  }

  async open(button = 'Talk to us'): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click()
    await expect(this.chooseChat).toBeVisible()
  }

  get chooseChat(): Locator {
    return this.panel.getByRole('button', { name: /^Chat/ })
  }
  get chooseVoice(): Locator {
    return this.panel.getByRole('button', { name: /^Talk here/ })
  }
  get preview(): Locator {
    return this.panel.getByRole('region', { name: 'The agent will see' })
  }
  get waiting(): Locator {
    return this.panel.getByRole('region', { name: 'You are in line' })
  }
  get log(): Locator {
    return this.panel.getByRole('log', { name: 'Conversation' })
  }
  get message(): Locator {
    return this.panel.getByRole('textbox', { name: 'Message' })
  }
  get call(): Locator {
    return this.panel.getByRole('region', { name: 'Call' })
  }
  get closing(): Locator {
    return this.panel.getByRole('region', { name: 'Thank you' })
  }

  async startChat(): Promise<void> {
    await this.chooseChat.click()
    await expect(this.message).toBeVisible()
  }

  async askForChat(): Promise<void> {
    await this.open()
    await this.startChat()
  }

  async say(text: string): Promise<void> {
    await this.message.fill(text)
    await this.message.press('Enter')
    await expect(this.log.getByText(text, { exact: true })).toBeVisible()
  }
}
