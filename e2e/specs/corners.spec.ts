import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import type { Widget } from '../pages/widget.ts'

/** Goes to a control by Tab alone, through the page and the panel. */
async function reach({ page }: Widget, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let steps = 0; steps < 60; steps++) {
    if (await control.evaluate((node) => node === node.ownerDocument.activeElement && document.hasFocus())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${control.toString()}`)
}

async function press(ann: Widget, control: Locator): Promise<void> {
  await reach(ann, control)
  await ann.page.keyboard.press('Enter')
}

test('on a phone, in Arabic, in the dark and without a pointer, a customer goes the whole way', async ({
  customer,
  agent,
}) => {
  const ana = await agent('Ana')
  const ann = await customer()
  const { page, panel } = ann
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => (window as unknown as { Beckon: (...call: string[]) => void }).Beckon('setLocale', 'ar'))
  const opener = page.getByRole('button', { name: 'Talk to us' }).first()
  const button = (name: string) => panel.getByRole('button', { name, exact: true })
  await press(ann, opener)
  await press(ann, panel.getByRole('button', { name: /^محادثة كتابية/ }))
  await expect(panel.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  await reach(ann, panel.getByRole('textbox', { name: 'رسالة' }))
  await page.keyboard.type('أين حقيبتي؟')
  await page.keyboard.press('Enter')
  await ana.accept()
  await expect(ana.log.getByText('أين حقيبتي؟')).toBeVisible()
  await ana.pushPages(1)
  await press(ann, button('ليس الآن'))
  await expect(ana.log).toContainText('dismissed')
  await press(ann, button('إنهاء'))
  await press(ann, button('إنهاء المحادثة'))
  await reach(ann, panel.getByRole('radio').first())
  await page.keyboard.press('ArrowLeft')
  await press(ann, panel.getByRole('region', { name: 'كيف كانت تجربتك؟' }).getByRole('button', { name: 'إرسال' }))
  await expect(panel.getByText('شكرًا على إجابتك.')).toBeVisible()
  await press(ann, button('ابدأ من جديد'))
  await press(ann, button('محادثاتك'))
  await press(ann, panel.getByRole('main').getByRole('listitem').getByRole('button').first())
  await expect(panel.getByText('أين حقيبتي؟')).toBeVisible()
  await press(ann, button('إغلاق'))
  await expect(page.locator('iframe')).toBeHidden()
})
