/** Sending a picture in a real browser: chosen, named, left out, refused, kept while the service is away, shown. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Inbound, PICTURE_BYTES_MAX } from '../../domain/message.ts';
import { chromiumPath, launch } from '../support/chromium.ts';
import { BLUE_POINT } from '../support/png.ts';
import { closedWebChat, delivery, phone as phoneOf, temporary } from '../support/web-chat.ts';

const PICTURE = { name: 'lịch họp.png', mimeType: 'image/png', buffer: BLUE_POINT };
const NAMED = 'Ảnh gửi kèm: lịch họp.png';

if (chromiumPath === undefined) console.warn('LEFT OUT: pictures in a real browser (not installed: chromium)');

describe.runIf(chromiumPath !== undefined)('a picture in Chromium', () => {
  let browser: Browser;
  let context: BrowserContext;
  let place: ReturnType<typeof temporary>;
  let chat: ReturnType<typeof closedWebChat>;
  let complaints: string[];
  let heard: Inbound[];
  let sent = 0;

  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    place = temporary();
    complaints = [];
    heard = [];
    chat = closedWebChat(place.directory);
    await chat.start(passOn);
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  });
  afterEach(async () => {
    await context.close();
    await chat.stop();
    place.remove();
  });

  /** The bot of these tests passes every picture on to Minh. */
  async function passOn(inbound: Inbound): Promise<void> {
    const { said, id } = inbound;
    const isNew = !heard.some((each) => each.id === id);
    heard.push(inbound);
    if (said.kind !== 'picture' || !isNew) return;
    const { bytes, mime } = (await chat.fetch?.(said.ref)) ?? { bytes: BLUE_POINT, mime: 'image/png' };
    sent += 1;
    const file = { name: 'anh.png', show: 'picture', bytes, mime } as const;
    await chat.send(phoneOf('minh'), delivery(String(sent), `Chuyển tiếp: ${said.caption ?? ''}`, { file }));
  }

  async function openPage(): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(chat.url());
    return page;
  }

  async function take(page: Page, name: string): Promise<Locator> {
    await page.getByRole('button', { name }).click();
    const phone = page.getByRole('region', { name: `Điện thoại của ${name}` });
    await phone.getByLabel('Nhắn cho Trợ lý').waitFor();
    return phone;
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
    const page = await openPage();
    const hoa = await take(page, 'Lê Thị Hoà');
    await page.getByRole('button', { name: 'Thêm điện thoại' }).click();
    const minh = await take(page, 'Trần Văn Minh');
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
    expect(heard).toMatchObject([{ said: { kind: 'picture', caption: 'Lịch họp giao ban' }, address: { id: 'hoa' } }]);
    await page.reload();
    await expect.poll(() => widthOf(hoa.getByRole('img'))).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('may be left out again, and may go without words', async () => {
    const page = await openPage();
    const phone = await take(page, 'Lê Thị Hoà');
    expect(await send(phone).isDisabled()).toBe(true);
    await choose(page, phone, PICTURE);
    await phone.getByRole('button', { name: 'Bỏ ảnh này' }).click();
    expect([await phone.getByText(NAMED).isVisible(), await send(phone).isDisabled()]).toEqual([false, true]);
    await choose(page, phone, PICTURE);
    await send(phone).click();
    await phone.locator('.mine').getByRole('img').waitFor();
    expect(heard.map(({ said }) => said)).toEqual([{ kind: 'picture', ref: expect.stringMatching(/^[0-9a-f]{40}$/) }]);
  });

  test.each([
    [{ name: 'a.pdf', mimeType: 'application/pdf', buffer: BLUE_POINT }, 'Chỉ gửi được ảnh JPEG, PNG hoặc WebP.'],
    [{ ...PICTURE, buffer: Buffer.alloc(PICTURE_BYTES_MAX + 1) }, 'Ảnh lớn quá 5 MB, xin chọn ảnh nhỏ hơn.'],
  ])('is refused before it is sent, in words: %#', async (file, words) => {
    const page = await openPage();
    const phone = await take(page, 'Lê Thị Hoà');
    await choose(page, phone, file);
    await phone.getByText(words).waitFor();
    expect([await phone.locator('.attached').isVisible(), await send(phone).isDisabled()]).toEqual([false, true]);
  });

  test('that only calls itself one is refused by the service, and its words can be mended', async () => {
    const page = await openPage();
    const phone = await take(page, 'Lê Thị Hoà');
    await choose(page, phone, { ...PICTURE, buffer: Buffer.from('<script>') });
    await phone.getByLabel('Nhắn cho Trợ lý').fill('Lịch họp');
    await send(phone).click();
    await phone.getByRole('button', { name: 'Tin này không gửi được' }).click();
    expect(await phone.getByLabel('Nhắn cho Trợ lý').inputValue()).toBe('Lịch họp');
    expect(await phone.locator('.mine').count()).toBe(0);
    expect(heard).toEqual([]);
  });

  test('waits while the service is away, and is sent once when it is back', async () => {
    const page = await openPage();
    const phone = await take(page, 'Lê Thị Hoà');
    const port = Number(new URL(chat.url()).port);
    await chat.stop();
    await choose(page, phone, PICTURE);
    await phone.getByLabel('Nhắn cho Trợ lý').fill('Lịch họp');
    await send(phone).click();
    await phone.getByRole('button', { name: 'Chưa gửi được, bấm để gửi lại' }).waitFor();
    expect(await phone.locator('.mine .text').textContent()).toBe('Ảnh: lịch họp.png\nLịch họp');
    chat = closedWebChat(place.directory, { port });
    await chat.start(passOn);
    await phone.locator('.mine').getByRole('img').waitFor();
    expect(await phone.locator('.mine .text').allTextContents()).toEqual(['Lịch họp']);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    expect(complaints.filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  });

  test('is nothing a newcomer is offered, and its button fits a real phone', async () => {
    await context.close();
    context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const page = await openPage();
    const guest = await take(page, 'Người mới, chưa đăng ký');
    expect(await guest.getByRole('button', { name: 'Gửi ảnh' }).count()).toBe(0);
    await guest.getByRole('button', { name: 'Chọn người khác' }).click();
    const phone = await take(page, 'Lê Thị Hoà');
    await choose(page, phone, { ...PICTURE, name: `${'rất '.repeat(60)}dài.png` });
    await phone.locator('.attached').waitFor();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(390);
  });
});
