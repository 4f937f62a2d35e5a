/** A web chat with a real browser before it, new for every test of a file, and all the page complained of. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { WebChatOptions } from '../../channels/web-chat/web-chat.ts';
import type { Inbound } from '../../domain/message.ts';
import { chromiumPath, launch } from './chromium.ts';
import { closedWebChat, temporary } from './web-chat.ts';

const DESK = { viewport: { width: 1440, height: 900 } };
/** The narrowest of the phones in use. */
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

export interface BrowserChat {
  chat: ReturnType<typeof closedWebChat>;
  directory: string;
  /** What the bot heard, in order. */
  heard: Inbound[];
  /** Errors and warnings of the page's console. */
  complaints: string[];
  /** A page that shows the list of people. */
  openPage(): Promise<Page>;
  /** The chat begins anew in the same directory. */
  restart(options: Partial<WebChatOptions>): Promise<void>;
  /** Pages opened from here on are those of a phone. */
  onPhone(): Promise<void>;
}

/**
 * Opens one for every test of the describe it is called in.
 * @param answer the bot of these tests; called for every message
 */
export function browserChat(answer: (inbound: Inbound) => Promise<void>): BrowserChat {
  let browser: Browser;
  let context: BrowserContext;
  let place: ReturnType<typeof temporary>;
  const open = async (options: Partial<WebChatOptions>): Promise<void> => {
    room.chat = closedWebChat(room.directory, options);
    await room.chat.start(answer);
  };
  const room = {
    openPage: async () => {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') room.complaints.push(message.text());
      });
      page.on('pageerror', (error) => room.complaints.push(String(error)));
      await page.goto(room.chat.url());
      return page;
    },
    restart: open,
    onPhone: async () => {
      await context.close();
      context = await browser.newContext(PHONE);
    },
  } as BrowserChat;

  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    place = temporary();
    Object.assign(room, { directory: place.directory, heard: [], complaints: [] });
    await open({});
    context = await browser.newContext(DESK);
  });
  afterEach(async () => {
    await context.close();
    await room.chat.stop();
    place.remove();
  });
  return room;
}

/** The chosen person's phone, opened from the list. */
export async function takePhone(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name }).click();
  const phone = page.getByRole('region', { name: `Điện thoại của ${name}` });
  await phone.getByLabel('Nhắn cho Trợ lý').waitFor();
  return phone;
}
