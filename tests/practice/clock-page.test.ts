/** A training session in a real browser: a year passes by pressing one button, and the page shows who was spoken to. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dateAt, instantOf, timeAt } from '../../domain/date.ts';
import { chromiumPath, launch } from '../support/chromium.ts';
import { type PracticeRoom, practiceFolder, practiceRoom } from '../support/practice.ts';

const DESK = { viewport: { width: 1320, height: 860 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NEXT = 'Tới việc tiếp theo ▸';
/** Some 250 presses, each of which writes to the disk: a minute, and several on a busy machine. */
const YEAR_MAX_MS = 900_000;

if (chromiumPath === undefined)
  console.warn('LEFT OUT: the practice clock in a real browser (not installed: chromium)');

describe.runIf(chromiumPath !== undefined)('the bar of the practice clock', () => {
  let browser: Browser;
  let room: PracticeRoom;
  let remove: () => void;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await room.app.stop();
    remove();
  });

  async function open(options: BrowserContextOptions): Promise<Page> {
    const place = practiceFolder();
    remove = place.remove;
    room = await practiceRoom(place.folder);
    complaints = [];
    const page = await (await browser.newContext(options)).newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(room.url());
    await page.getByRole('button', { name: NEXT }).waitFor();
    return page;
  }

  async function take(page: Page, name: string): Promise<Locator> {
    await page.locator('.person', { hasText: name }).click();
    const phone = page.getByRole('region', { name: `Điện thoại của ${name}` });
    await phone.getByLabel('Nhắn cho Trợ lý').waitFor();
    return phone;
  }

  async function press(page: Page): Promise<void> {
    await page.getByRole('button', { name: NEXT }).click();
    await page.locator('#clock[aria-busy="false"]').waitFor();
  }

  const chips = (page: Page): Promise<string[]> => page.locator('.chip').allInnerTexts();
  const words = (page: Page): Promise<string> => page.locator('.clock-words').innerText();

  test(
    'lets a winter pass by being pressed: every reminder in order, none twice',
    async () => {
      const page = await open(DESK);
      const lan = await take(page, 'Nguyễn Thị Lan');
      const until = instantOf('2027-01-04', '08:00');
      let presses = 0;
      for (let now = 0; now < until; presses += 1) {
        await press(page);
        const view = await room.view();
        expect(view.now).toBeGreaterThan(now);
        now = view.now;
      }
      expect(presses).toBeLessThan(60);
      const rows = room.app.house.archive.sqlite
        .prepare('select address as who, created_at as at, state from outbox order by id')
        .all() as { who: string; at: number; state: string }[];
      expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b));
      const days = rows.map(({ who, at }) => `${who} ${dateAt(at)}`);
      expect(new Set(days).size).toBe(days.length);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['sent']));
      expect(new Set(rows.map(({ at }) => dateAt(at).slice(0, 7))).size).toBe(3);
      const own = rows.filter(({ who }) => who === 'lan');
      const shown = lan.locator('.message:not(.typing) time');
      await expect.poll(() => shown.count()).toBe(own.length);
      const times = await shown.evaluateAll((all) =>
        all.map((each) => Date.parse(each.getAttribute('datetime') ?? '')),
      );
      expect(times).toEqual(own.map(({ at }) => at));
      expect(await lan.locator('.day').last().innerText()).toBe('Hôm nay');
      expect(await lan.locator('.day', { hasText: 'Hôm nay' }).count()).toBe(1);
      expect(complaints).toEqual([]);
    },
    YEAR_MAX_MS,
  );

  test('says the practice date and what is next, and marks who was spoken to until somebody looks', async () => {
    const page = await open(DESK);
    expect(await words(page)).toContain('Ngày luyện tập: thứ Hai 02/11/2026 07:10');
    expect(await words(page)).toMatch(/Tiếp theo: 08:00 thứ Hai 02\/11, nhắc việc tối đa \d người/);
    const lan = await take(page, 'Nguyễn Thị Lan');
    await page.getByRole('button', { name: 'Thêm điện thoại' }).click();
    await press(page);
    expect(await words(page)).toContain('thứ Hai 02/11/2026 08:00');
    await lan.locator('.message:not(.typing)').first().waitFor();
    await expect.poll(() => chips(page)).toEqual(['NL\nNguyễn Thị Lan', 'TM\nTrần Văn Minh\n1', 'LH\nLê Thị Hà\n1']);
    expect(await page.locator('.clock-news').innerText()).toBe('Đã nhắn 3 người.');
    const listed = page.locator('.person', { hasText: 'Trần Văn Minh' }).locator('.unread');
    expect(await listed.innerText()).toBe('1');
    await page.locator('.chip', { hasText: 'Trần Văn Minh' }).click();
    await page.getByRole('region', { name: 'Điện thoại của Trần Văn Minh' }).locator('.message').first().waitFor();
    await expect.poll(() => page.locator('.chip', { hasText: 'Minh' }).locator('.unread').count()).toBe(0);
    await page.reload();
    await expect.poll(() => chips(page)).toEqual(['LH\nLê Thị Hà\n1']);
    expect(complaints).toEqual([]);
  });

  test('goes to a day, can be stopped on the way, and goes on from there', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: 'Tới ngày…' }).click();
    await page.getByLabel('Ngày muốn tới').fill('2028-06-01');
    await page.getByRole('button', { name: 'Đi tới' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Dừng lại' }).click();
    await page.locator('#clock[aria-busy="false"]').waitFor();
    const { now: stopped } = await room.view();
    expect(stopped).toBeLessThan(instantOf('2028-06-01', '08:00'));
    expect(stopped).toBeGreaterThan(instantOf('2026-11-02', '07:10'));
    expect((await room.view()).now).toBe(stopped);
    const target = dateAt(stopped + 5 * 86_400_000);
    await page.getByRole('button', { name: 'Tới ngày…' }).click();
    await page.getByLabel('Ngày muốn tới').fill(target);
    await page.getByRole('button', { name: 'Đi tới' }).click();
    await expect
      .poll(() => words(page), { timeout: 20_000 })
      .toContain(`${target.split('-').reverse().join('/')} 08:00`);
    const { now } = await room.view();
    expect([dateAt(now), timeAt(now)]).toEqual([target, '08:00']);
    expect(complaints).toEqual([]);
  });

  test('fits a phone, speaks English, and lets the other units report', async () => {
    const page = await open(PHONE);
    await take(page, 'Nguyễn Thị Lan');
    await page.getByRole('button', { name: 'Tới ngày…' }).tap();
    await page.getByRole('checkbox', { name: 'Các đơn vị khác tự báo cáo: UBND xã Xuân Lam' }).check();
    await expect.poll(async () => (await room.view()).others.on).toBe(true);
    await press(page);
    await expect.poll(() => page.locator('.chip').count()).toBe(3);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.viewport.width);
    const field = await page.getByLabel('Nhắn cho Trợ lý').boundingBox();
    expect((field?.y ?? PHONE.viewport.height) + (field?.height ?? 0)).toBeLessThanOrEqual(PHONE.viewport.height);
    await page.locator('.chip', { hasText: 'Lê Thị Hà' }).tap();
    await page.getByRole('region', { name: 'Điện thoại của Lê Thị Hà' }).locator('.message').first().waitFor();
    await page.getByRole('button', { name: 'English' }).tap();
    await page.getByRole('button', { name: 'To the next event ▸' }).waitFor();
    expect(await words(page)).toContain('Practice date: Monday 02/11/2026 08:00');
    expect(complaints).toEqual([]);
  });
});
