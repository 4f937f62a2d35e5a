/** A coordinator of the practice house announces something with a picture, from the page to the last acknowledgement. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '../../domain/date.ts';
import { chromiumPath, launch } from '../support/chromium.ts';
import { BLUE_POINT } from '../support/png.ts';
import { type PracticeRoom, practiceFolder, practiceRoom } from '../support/practice.ts';

/** Within the hours for messages. */
const MORNING = instantOf('2026-11-03', '09:00');

if (chromiumPath === undefined) console.warn('LEFT OUT: a picture announced in a browser (not installed: chromium)');

describe.runIf(chromiumPath !== undefined)('the practice house in Chromium', () => {
  let browser: Browser;
  let room: PracticeRoom;
  let remove: () => void;

  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
    const place = practiceFolder();
    remove = place.remove;
    room = await practiceRoom(place.folder, MORNING);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.app.stop();
    remove?.();
  });

  async function take(page: Page, name: string): Promise<Locator> {
    await page.locator('.person', { hasText: name }).click();
    const phone = page.getByRole('region', { name: `Điện thoại của ${name}` });
    await phone.getByLabel('Nhắn cho Trợ lý').waitFor();
    return phone;
  }

  async function says(phone: Locator, text: string, answer: string): Promise<void> {
    await phone.getByLabel('Nhắn cho Trợ lý').fill(text);
    await phone.getByLabel('Nhắn cho Trợ lý').press('Enter');
    await phone.getByText(answer).last().waitFor();
  }

  test('takes a picture, shows it in the preview, and everybody gets it with the button', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1320, height: 860 } })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(room.url());
    const dp = await take(page, 'Phạm Thị Phương');
    await page.getByRole('button', { name: 'Thêm điện thoại' }).click();
    const lan = await take(page, 'Nguyễn Thị Lan');

    await says(dp, 'thông báo', 'hoặc gửi một ảnh có ghi nội dung');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dp.getByRole('button', { name: 'Gửi ảnh' }).click(),
    ]);
    await chooser.setFiles({ name: 'lịch họp.png', mimeType: 'image/png', buffer: BLUE_POINT });
    await says(dp, 'Lịch họp giao ban tháng 11.', 'Gửi tới ai?');
    await says(dp, 'tất cả', 'Kèm một ảnh');
    await expect.poll(() => dp.getByRole('img').count()).toBe(2);
    await dp.getByRole('button', { name: 'Gửi', exact: true }).first().click();
    await lan.getByText('Lịch họp giao ban tháng 11.').waitFor();
    const image = lan.getByRole('img');
    await expect.poll(() => image.evaluate((element) => element.naturalWidth)).toBe(1);
    await lan.getByRole('button', { name: 'Đã nhận' }).click();
    await lan.getByText('✓ Đã ghi: anh/chị đã nhận thông báo').waitFor();
    await dp.getByText('đã xác nhận 1/').waitFor();
    expect(complaints).toEqual([]);
  });
});
