/** The page in a real browser, with a bot that answers in a fixed way: what a person sees, taps, loads and loses. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../domain/message.ts';
import { browserChat, takePhone } from '../support/browser-chat.ts';
import { chromiumPath } from '../support/chromium.ts';
import { BLUE_POINT } from '../support/png.ts';
import { delivery } from '../support/web-chat.ts';

const QUESTION = 'Câu 7/9. TTHC tháng 10 có thay đổi không?';
const MARKUP = '<img src=x onerror="document.title=1"> & <b>215</b>';

if (chromiumPath === undefined) console.warn('LEFT OUT: the web chat in a real browser (not installed: chromium)');

describe.runIf(chromiumPath !== undefined)('the page in Chromium', () => {
  let sent = 0;
  const room = browserChat(answer);

  /** The bot of these tests: a question, a file, a picture, or an echo. */
  async function answer(inbound: Inbound): Promise<void> {
    const repeated = room.heard.some(({ id }) => id === inbound.id);
    room.heard.push(inbound);
    if (repeated) return;
    const { said, address } = inbound;
    const text = said.kind === 'text' ? said.text : '';
    sent += 1;
    const id = String(sent);
    if (text === 'hỏi') {
      const choices = [
        [
          { id: 'q.no', label: 'Không thay đổi' },
          { id: 'q.yes', label: 'Có thay đổi' },
        ],
      ];
      await room.chat.send(address, delivery(id, QUESTION, { choices }));
    } else if (text === 'báo cáo') {
      const file = {
        name: 'Báo cáo năm 2021.docx',
        show: 'document',
        bytes: BLUE_POINT,
        mime: 'application/pdf',
      } as const;
      await room.chat.send(address, delivery(id, 'Bản thảo:', { file }));
    } else if (text === 'tình hình') {
      const file = { name: 'tình hình.png', show: 'picture', bytes: BLUE_POINT, mime: 'image/png' } as const;
      await room.chat.send(address, delivery(id, 'Tình hình:', { file }));
    } else if (said.kind === 'choice' && said.id.startsWith('step.')) {
      const replaces = { replaces: said.message ?? '' };
      const choices = [[{ id: `step.${id}`, label: 'Tập huấn' }]];
      await room.chat.send(address, delivery(id, `✓ ${said.label}\n\nCâu 8/9.`, { choices, ...replaces }));
    } else if (text === 'bước') {
      await room.chat.send(
        address,
        delivery(id, QUESTION, { choices: [[{ id: 'step.no', label: 'Không thay đổi' }]] }),
      );
    } else await room.chat.send(address, delivery(id, `Đã nghe: ${said.kind === 'choice' ? said.id : text}`));
  }

  async function say(phone: Locator, text: string): Promise<void> {
    await phone.getByLabel('Nhắn cho Trợ lý').fill(text);
    await phone.getByLabel('Nhắn cho Trợ lý').press('Enter');
  }

  const bubbles = (phone: Locator): Promise<string[]> => phone.locator('.message:not(.typing) .text').allTextContents();

  test('types, taps, and shows everything again after a reload', async () => {
    const page = await room.openPage();
    expect(await page.locator('#practice').textContent()).toBe('Chế độ tập huấn · số liệu minh hoạ');
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, 'hỏi');
    await phone.getByRole('button', { name: 'Không thay đổi' }).click();
    await phone.getByText('Đã nghe: q.no').waitFor();
    expect(room.heard.at(-1)?.said).toMatchObject({ kind: 'choice', id: 'q.no', label: 'Không thay đổi' });
    const spent = phone.getByRole('button', { name: 'Không thay đổi, đã chọn' });
    expect(await spent.evaluate((button) => button.closest('.message')?.classList.contains('spent'))).toBe(true);
    await phone.getByRole('button', { name: 'Có thay đổi' }).click();
    await phone.getByText('Đã nghe: q.yes').waitFor();
    const before = await bubbles(phone);
    expect(await phone.locator('.day').count()).toBe(1);
    expect(before).toEqual(['hỏi', QUESTION, 'Không thay đổi', 'Đã nghe: q.no', 'Có thay đổi', 'Đã nghe: q.yes']);
    await page.reload();
    await phone.getByText('Đã nghe: q.yes').waitFor();
    expect(await bubbles(phone)).toEqual(before);
    expect(room.complaints).toEqual([]);
  });

  test('shows the next step where the tapped one stood, also after a reload', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, 'bước');
    await phone.getByRole('button', { name: 'Không thay đổi' }).click();
    const first = ['bước', '✓ Không thay đổi\n\nCâu 8/9.'];
    await expect.poll(() => bubbles(phone)).toEqual(first);
    await phone.getByRole('button', { name: 'Tập huấn' }).click();
    const second = ['bước', '✓ Tập huấn\n\nCâu 8/9.'];
    await expect.poll(() => bubbles(phone)).toEqual(second);
    expect(room.heard.map(({ said }) => ('message' in said ? said.message : undefined))).toEqual([
      undefined,
      String(sent - 2),
      String(sent - 1),
    ]);
    expect(await phone.locator('.message.spent').count()).toBe(0);
    await say(phone, 'xong');
    await phone.getByText('Đã nghe: xong').waitFor();
    await page.reload();
    await phone.getByText('Đã nghe: xong').waitFor();
    expect(await bubbles(phone)).toEqual([...second, 'xong', 'Đã nghe: xong']);
    expect(await phone.locator('.day').count()).toBe(1);
    expect(room.complaints).toEqual([]);
  });

  test('shows what is typed as text, never as markup', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, MARKUP);
    await phone.getByText(`Đã nghe: ${MARKUP}`).waitFor();
    expect(await bubbles(phone)).toEqual([MARKUP, `Đã nghe: ${MARKUP}`]);
    expect(await phone.locator('.messages img, .messages b').count()).toBe(0);
    expect(room.complaints).toEqual([]);
  });

  test('gives a file to download and shows a picture in its place', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, 'báo cáo');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      phone.getByText('Báo cáo năm 2021.docx').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Báo cáo năm 2021.docx');
    expect(readFileSync(await download.path())).toEqual(BLUE_POINT);
    await say(phone, 'tình hình');
    const picture = phone.getByRole('img', { name: 'tình hình.png' });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(1);
    expect(room.complaints).toEqual([]);
  });

  test('holds three phones side by side, each with its own messages, and no fourth', async () => {
    const page = await room.openPage();
    const names = ['Nguyễn Thị Lan', 'Trần Văn Minh', 'Người mới, chưa đăng ký'];
    const phones: Locator[] = [];
    for (const [index, name] of names.entries()) {
      if (index > 0) await page.getByRole('button', { name: 'Thêm điện thoại' }).click();
      phones.push(await takePhone(page, name));
    }
    for (const [index, phone] of phones.entries()) {
      await say(phone, `tin ${index}`);
      await phone.getByText(`Đã nghe: tin ${index}`).waitFor();
    }
    for (const [index, phone] of phones.entries()) {
      expect(await bubbles(phone)).toEqual([`tin ${index}`, `Đã nghe: tin ${index}`]);
      expect(await phone.isVisible()).toBe(true);
    }
    expect(await page.getByRole('button', { name: 'Thêm điện thoại' }).count()).toBe(0);
    expect(new Set(room.heard.map(({ address }) => address.id)).size).toBe(3);
    expect(room.complaints).toEqual([]);
  });

  test('keeps what is typed while the service is away, and sends it once when it is back', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, 'trước');
    await phone.getByText('Đã nghe: trước').waitFor();
    const port = Number(new URL(room.chat.url()).port);
    await room.chat.stop();
    await say(phone, 'trong lúc mất mạng');
    await phone.getByRole('button', { name: 'Chưa gửi được, bấm để gửi lại' }).waitFor();
    await room.restart({ port });
    await phone.getByText('Đã nghe: trong lúc mất mạng').waitFor();
    await phone.getByRole('button', { name: 'Chưa gửi được' }).waitFor({ state: 'detached' });
    expect(await bubbles(phone)).toEqual([
      'trước',
      'Đã nghe: trước',
      'trong lúc mất mạng',
      'Đã nghe: trong lúc mất mạng',
    ]);
    expect(room.complaints.filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  });

  test('sends again under the same id what was not accepted, also from a page opened anew', async () => {
    let down = true;
    await room.chat.stop();
    const ids: string[] = [];
    await room.chat.start(async (inbound) => {
      ids.push(inbound.id);
      if (down) throw new Error('disk full');
      await answer(inbound);
    });
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, 'nhận 215');
    await phone.getByRole('button', { name: 'Chưa gửi được' }).waitFor();
    await page.reload();
    await phone.getByText('nhận 215').waitFor();
    expect(await bubbles(phone)).toEqual(['nhận 215']);
    down = false;
    await phone.getByRole('button', { name: 'Chưa gửi được' }).click();
    await phone.getByText('Đã nghe: nhận 215').waitFor();
    expect(await bubbles(phone)).toEqual(['nhận 215', 'Đã nghe: nhận 215']);
    expect(new Set(ids).size).toBe(1);
  });

  test('sends by Enter, but not the Enter that ends a word of a Vietnamese input method', async () => {
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    const field = phone.getByLabel('Nhắn cho Trợ lý');
    await field.fill('không');
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await field.press('Shift+Enter');
    expect(await field.inputValue()).toBe('không\n');
    await field.press('Enter');
    await phone.getByText('Đã nghe: không').waitFor();
    expect(room.heard.length).toBe(1);
  });

  test('on a real phone shows one phone on the whole screen, and speaks English when asked', async () => {
    await room.onPhone();
    const page = await room.openPage();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    const box = await phone.boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 390]);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Message the assistant').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(room.complaints).toEqual([]);
  });

  test('asks for the secret where one is set, says when it is wrong, and opens when it is right', async () => {
    await room.chat.stop();
    await room.restart({ secret: 'một bí mật đủ dài' });
    const page = await room.openPage();
    await page.getByLabel('Mật khẩu của trang').fill('sai');
    await page.getByRole('button', { name: 'Vào trang' }).click();
    await page.getByText('Mật khẩu chưa đúng').waitFor();
    await page.getByLabel('Mật khẩu của trang').fill('một bí mật đủ dài');
    await page.getByRole('button', { name: 'Vào trang' }).click();
    const phone = await takePhone(page, 'Nguyễn Thị Lan');
    await say(phone, '215');
    await phone.getByText('Đã nghe: 215').waitFor();
    expect(page.url()).toBe(`${room.chat.url()}/`);
  });
});
