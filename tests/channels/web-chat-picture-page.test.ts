/** Sending a picture in a real browser: chosen, named, left out, refused, kept while the service is away, shown. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Inbound, PICTURE_BYTES_MAX } from '../../domain/message.ts';
import { browserChat, takePhone } from '../support/browser-chat.ts';
import { chromiumPath } from '../support/chromium.ts';
import { BLUE_POINT } from '../support/png.ts';
import { delivery, phone as phoneOf } from '../support/web-chat.ts';

const PICTURE = { name: 'lịch họp.png', mimeType: 'image/png', buffer: BLUE_POINT };
const NAMED = 'Ảnh gửi kèm: lịch họp.png';

if (chromiumPath === undefined) console.warn('LEFT OUT: pictures in a real browser (not installed: chromium)');

describe.runIf(chromiumPath !== undefined)('a picture in Chromium', () => {
  let sent = 0;
  const room = browserChat(passOn);

  /** The bot of these tests passes every picture on to Minh. */
  async function passOn(inbound: Inbound): Promise<void> {
    const { said, id } = inbound;
    const isNew = !room.heard.some((each) => each.id === id);
    room.heard.push(inbound);
    if (said.kind !== 'picture' || !isNew) return;
    const { bytes, mime } = (await room.chat.fetch?.(said.ref)) ?? { bytes: BLUE_POINT, mime: 'image/png' };
    sent += 1;
    const file = { name: 'anh.png', show: 'picture', bytes, mime } as const;
    await room.chat.send(phoneOf('minh'), delivery(String(sent), `Chuyển tiếp: ${said.caption ?? ''}`, { file }));
  }

  /** Somebody presses the paper-clip and chooses a file. */
  async function choose(page: Page, phone: Locator, file: typeof PICTURE): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      phone.getByRole('button', { name: 'Gửi ảnh' }).click(),
    ]);
    await chooser.setFiles(file);
  }

  const send = (phone: Locator) => phone.getByRole('button', { name: 'Gửi', exact: true });
  const widthOf = (image: Locator): Promise<number> => image.evaluate((element) => element.naturalWidth);

  test('goes with its words to the bot, and is shown to sender and receiver, also after a reload', async () => {
    const page = await room.openPage();
    const hoa = await takePhone(page, 'Lê Thị Hoà');
    await page.getByRole('button', { name: 'Thêm điện thoại' }).click();
    const minh = await takePhone(page, 'Trần Văn Minh');
    await choose(page, hoa, PICTURE);
    await hoa.getByText(NAMED).waitFor();
    await hoa.getByLabel('Nhắn cho Trợ lý').fill('Lịch họp giao ban');
    await send(hoa).click();
    for (const phone of [hoa, minh]) {
      const image = phone.getByRole('img');
      await image.waitFor();
      await expect.poll(() => widthOf(image)).toBe(1);
    }
    expect(await hoa.locator('.mine .text').allTextContents()).toEqual(['Lịch họp giao ban']);
    expect(await minh.locator('.text').first().textContent()).toBe('Chuyển tiếp: Lịch họp giao ban');
    expect(await hoa.locator('.attached').isVisible()).toBe(false);
    expect(room.heard).toMatchObject([
      { said: { kind: 'picture', caption: 'Lịch họp giao ban' }, address: { id: 'hoa' } },
    ]);
    await page.reload();
    await expect.poll(() => widthOf(hoa.getByRole('img'))).toBe(1);
    expect(room.complaints).toEqual([]);
  });

  test('may be left out again, and may go without words', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Lê Thị Hoà');
    expect(await send(phone).isDisabled()).toBe(true);
    await choose(page, phone, PICTURE);
    await phone.getByRole('button', { name: 'Bỏ ảnh này' }).click();
    expect([await phone.getByText(NAMED).isVisible(), await send(phone).isDisabled()]).toEqual([false, true]);
    await choose(page, phone, PICTURE);
    await send(phone).click();
    await phone.locator('.mine').getByRole('img').waitFor();
    expect(room.heard.map(({ said }) => said)).toEqual([
      { kind: 'picture', ref: expect.stringMatching(/^[0-9a-f]{40}$/) },
    ]);
  });

  test.each([
    [{ name: 'a.pdf', mimeType: 'application/pdf', buffer: BLUE_POINT }, 'Chỉ gửi được ảnh JPEG, PNG hoặc WebP.'],
    [{ ...PICTURE, buffer: Buffer.alloc(PICTURE_BYTES_MAX + 1) }, 'Ảnh lớn quá 5 MB, xin chọn ảnh nhỏ hơn.'],
  ])('is refused before it is sent, in words: %#', async (file, words) => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Lê Thị Hoà');
    await choose(page, phone, file);
    await phone.getByText(words).waitFor();
    expect([await phone.locator('.attached').isVisible(), await send(phone).isDisabled()]).toEqual([false, true]);
  });

  test('that only calls itself one is refused by the service, and its words can be mended', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Lê Thị Hoà');
    await choose(page, phone, { ...PICTURE, buffer: Buffer.from('<script>') });
    await phone.getByLabel('Nhắn cho Trợ lý').fill('Lịch họp');
    await send(phone).click();
    await phone.getByRole('button', { name: 'Tin này không gửi được' }).click();
    expect(await phone.getByLabel('Nhắn cho Trợ lý').inputValue()).toBe('Lịch họp');
    expect(await phone.locator('.mine').count()).toBe(0);
    expect(room.heard).toEqual([]);
  });

  test('waits while the service is away, and is sent once when it is back', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Lê Thị Hoà');
    const port = Number(new URL(room.chat.url()).port);
    await room.chat.stop();
    await choose(page, phone, PICTURE);
    await phone.getByLabel('Nhắn cho Trợ lý').fill('Lịch họp');
    await send(phone).click();
    await phone.getByRole('button', { name: 'Chưa gửi được, bấm để gửi lại' }).waitFor();
    expect(await phone.locator('.mine .text').textContent()).toBe('Ảnh: lịch họp.png\nLịch họp');
    await room.restart({ port });
    await phone.locator('.mine').getByRole('img').waitFor();
    expect(await phone.locator('.mine .text').allTextContents()).toEqual(['Lịch họp']);
    expect(new Set(room.heard.map(({ id }) => id)).size).toBe(1);
    expect(room.complaints.filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  });

  test('is nothing a newcomer is offered, and its button fits a real phone', async () => {
    await room.onPhone();
    const page = await room.openPage();
    const guest = await takePhone(page, 'Người mới, chưa đăng ký');
    expect(await guest.getByRole('button', { name: 'Gửi ảnh' }).count()).toBe(0);
    await guest.getByRole('button', { name: 'Chọn người khác' }).click();
    const phone = await takePhone(page, 'Lê Thị Hoà');
    await choose(page, phone, { ...PICTURE, name: `${'rất '.repeat(60)}dài.png` });
    await phone.locator('.attached').waitFor();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(390);
  });
});
