import type { Locator, Page } from '@playwright/test'

/** The demo's guide, as it stands on the start page and on every page of the airline. */
export class Guide {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get strip(): Locator {
    return this.page.locator('[data-guide]')
  }
  /** Steps that are ticked. */
  get done(): Locator {
    return this.strip.locator('.guide-done')
  }
  get next(): Locator {
    return this.strip.getByRole('status')
  }
}
