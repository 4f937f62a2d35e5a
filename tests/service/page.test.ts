/**
 * What the product is for, done by hand on a phone: a month is reported by tapping and typing on the page of the
 * running service, and the Word file it then sends says the figures just entered.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCalendar } from '../../directives/holidays.ts';
import { dateAt } from '../../domain/date.ts';
import { amount } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { addMonths, lastEnded, periodYear } from '../../domain/period.ts';
import { formatNumber, formatPeriod } from '../../locales/format.ts';
import { history } from '../../practice/history.ts';
import { paragraphsOf } from '../../reports/word-text.ts';
import { chromiumPath, launch } from '../support/chromium.ts';
import { newPlace, startService } from '../support/service.ts';

/** A phone as most officials hold one. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, acceptDownloads: true };

const REASON = 'phần mềm lỗi, đã trả dân đúng hẹn';

if (chromiumPath === undefined)
  console.warn('LEFT OUT: a check-in on the page of the service (not installed: chromium)');

/** One person's phone on the page, used as a person does: what cannot be seen and touched cannot be used. */
class Phone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async type(text: string): Promise<void> {
    await this.page.getByRole('textbox').fill(text);
    await this.page.getByRole('button', { name: 'Gửi', exact: true }).tap();
  }

  /** Taps a button of the newest question that begins with these words. */
  async tap(words: string): Promise<void> {
    await this.page.locator('.message:not(.spent) .key', { hasText: words }).last().tap();
  }

  /** Waits until the bot has said this in its newest message. */
  async hears(words: string): Promise<void> {
    await this.page.locator('.message:not(.mine)', { hasText: words }).last().waitFor();
  }
}

describe.runIf(chromiumPath !== undefined)('a month on the page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(() => browser?.close());

  test('is reported from greeting to receipt on a phone, and stands in the Word file of its year', async () => {
    const service = await startService(newPlace());
    const calendar = loadCalendar();
    const period = lastEnded(dateAt(Date.now()), 'calendar_month');
    const year = periodYear(period);
    const filed = history(Date.now(), 'calendar_month', calendar).filter(
      (deed) => deed.unit === 'duc-thuan' && deed.month,
    );
    const before = (name: IndicatorName) =>
      filed
        .filter((deed) => periodYear(deed.period) === year)
        .reduce((sum, { figures }) => sum + (amount(figures[name]) ?? 0), 0);
    const carried = amount(filed.find((deed) => deed.period === addMonths(period, -1))?.figures.pending_total) ?? 0;
    const early = carried + 215 - 5 - 34 - 2;

    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(service.url);
    await page.getByRole('button', { name: 'Nguyễn Thị Lan' }).tap();
    const lan = new Phone(page);

    await lan.type('chào');
    await lan.hears('Chào anh/chị Lan.');
    await lan.type('báo cáo tháng');
    await lan.hears(`Báo cáo tháng ${formatPeriod(period)} · UBND phường Đức Thuận`);
    await lan.hears(`Kỳ trước chuyển qua: ${carried} hồ sơ`);
    await lan.type(`nhan 215 onl 150, truoc han ${early} dung han 34 tre 2`);
    await lan.hears('trực tuyến 150, trực tiếp 65');
    await lan.tap('Không, cả 5 trong hạn');
    await lan.hears('Lý do 2 hồ sơ quá hạn?');
    await lan.type(REASON);
    await lan.hears('có việc nào sau đây?');
    await lan.tap('Không có');
    await lan.hears('Xem lại trước khi gửi');
    await lan.hears(`Đã giải quyết: ${carried + 210} (trước hạn ${early}, đúng hạn 34, quá hạn 2)`);
    await lan.tap('Đúng, gửi');
    await lan.hears(`✓ Đã gửi báo cáo tháng ${formatPeriod(period)}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.viewport.width);

    await lan.type(`báo cáo năm ${year}`);
    await lan.hears(`Báo cáo năm ${year} · UBND phường Đức Thuận`);
    const downloading = page.waitForEvent('download');
    await page.locator('a.card').last().tap();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`bao-cao-nam-${year}-duc-thuan.docx`);
    const text = paragraphsOf(await readFile(await download.path())).join('\n');

    expect(text).toContain(`tiếp nhận ${formatNumber(before('received') + 215)} `);
    expect(text).toContain(`trực tuyến ${formatNumber(before('received_online') + 150)} `);
    expect(text).toContain(`trực tiếp ${formatNumber(before('received_direct') + 65)} `);
    expect(text).toContain(`số hồ sơ đã giải quyết ${formatNumber(before('resolved') + carried + 210)} `);
    expect(text).toContain(`trước hạn ${formatNumber(before('resolved_early') + early)} `);
    expect(text).toContain(`đúng hạn ${formatNumber(before('resolved_on_time') + 34)} `);
    expect(text).toContain(REASON);
    expect(text).toContain('Hồ sơ đang giải quyết trong hạn: 05 ');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
