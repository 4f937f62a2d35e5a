/** The environment: every wrong setting is named, no value ever is. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkWebhook } from '../channels/telegram/webhook.ts';
import { checkBinding, SECRET_MIN } from '../channels/web-chat/gate.ts';
import { PASSPHRASE_LENGTH_MIN, Seal } from '../channels/zalo-personal/seal.ts';
import { wrongSettings } from '../cli/wrong-settings.ts';
import { ConfigError, type Fault, readConfig, SETTING_NAMES, type SettingName, type WrongSetting } from '../config.ts';

const TELEGRAM_WEBHOOK_SECRET = 'x'.repeat(32);

/** The settings of a Telegram door, with more of them. */
const bot = (more: Record<string, string>) => ({ TELEGRAM_BOT_TOKEN: '123456789:AAE-test', ...more });

const EXAMPLE = readFileSync(fileURLToPath(new URL('../.env.example', import.meta.url)), 'utf8');

/** What is wrong with an environment; nothing where it is sound. */
function faultsOf(environment: Record<string, string>): readonly WrongSetting[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.wrong;
  }
  return [];
}

/** What the operator reads. */
const told = (environment: Record<string, string>): string => wrongSettings(new ConfigError(faultsOf(environment)));

describe('the settings', () => {
  it('have defaults for everything', () => {
    expect(readConfig({})).toMatchObject({
      dataDir: resolve('data'),
      logLevel: 'info',
      window: 'calendar_month',
      standardCode: 'TCVN ISO 9001:2015',
      webChat: { host: '127.0.0.1', port: 3000 },
    });
    expect(readConfig({}).webChat).not.toHaveProperty('secret');
  });

  it('left blank are not set', () => {
    for (const blank of ['', ' ', '\t']) {
      expect(readConfig(Object.fromEntries(SETTING_NAMES.map((name) => [name, blank])))).toEqual(readConfig({}));
    }
  });

  it('are taken as they are given', () => {
    const set = {
      DATA_DIR: '/srv/iso',
      LOG_LEVEL: 'warn',
      REPORT_WINDOW: '15-14',
      RATIO_MODE: 'round',
      RATIO_DECIMALS: '1',
      WEB_CHAT_PORT: '0',
      WEB_CHAT_SECRET: 'a secret of some length',
    };
    expect(readConfig(set)).toMatchObject({
      dataDir: '/srv/iso',
      logLevel: 'warn',
      window: '15-14',
      ratio: { mode: 'round', decimals: 1 },
      webChat: { port: 0, secret: 'a secret of some length' },
    });
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig({});
    for (const part of [config, config.ratio, config.webChat]) expect(Object.isFrozen(part)).toBe(true);
  });

  it("of others are nobody's business", () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root', TZ: 'UTC' })).toEqual(readConfig({}));
  });

  it('that are wrong are all named at once', () => {
    const faults = faultsOf({ LOG_LEVEL: 'x', REPORT_WINDOW: 'y', WEB_CHAT_PORT: 'z', WEB_CHAT_SECRET: 'hunter2' });
    expect(faults.map(({ name }) => name)).toEqual(['LOG_LEVEL', 'REPORT_WINDOW', 'WEB_CHAT_PORT', 'WEB_CHAT_SECRET']);
  });
});

/** At least one wrong value for every setting there is; where others are needed to make it wrong, they stand behind. */
const WRONG: readonly [name: SettingName, value: string, fault: Fault, beside?: Record<string, string>][] = [
  ['DATA_DIR', '/srv/iso\nLOG_LEVEL=hunter2', 'unprintable'],
  ['DATA_DIR', '/srv/hunter2\0', 'unprintable'],
  ['LOG_LEVEL', 'loud-hunter2', 'unknown_word'],
  ['LOG_LEVEL', 'INFO', 'unknown_word'],
  ['REPORT_WINDOW', 'month-hunter2', 'unknown_word'],
  ['RATIO_MODE', 'floor-hunter2', 'unknown_word'],
  ['RATIO_DECIMALS', '7', 'out_of_range'],
  ['RATIO_DECIMALS', '-1', 'out_of_range'],
  ['RATIO_DECIMALS', '1.5', 'not_whole'],
  ['RATIO_DECIMALS', '1e0', 'not_whole'],
  ['RATIO_DECIMALS', 'hunter2', 'not_whole'],
  ['STANDARD_CODE', `hunter2 ${'x'.repeat(200)}`, 'too_long'],
  ['STANDARD_CODE', 'TCVN\thunter2', 'unprintable'],
  ['DIRECTIVES', 'hunter2.json', 'not_ids'],
  ['DIRECTIVES', 'Đồng Nai hunter2', 'not_ids'],
  ['DIRECTIVES', ',', 'not_ids'],
  ['WEB_CHAT_HOST', 'http://hunter2', 'not_host'],
  ['WEB_CHAT_HOST', '127.0.0.1:3000', 'not_host'],
  ['WEB_CHAT_HOST', '127.0.0.256', 'not_host'],
  ['WEB_CHAT_PORT', '65536', 'out_of_range'],
  ['WEB_CHAT_PORT', '-1', 'out_of_range'],
  ['WEB_CHAT_PORT', '30hunter2', 'not_whole'],
  ['WEB_CHAT_PORT', '0x10', 'not_whole'],
  ['WEB_CHAT_SECRET', 'hunter2hunter2!', 'too_short'],
  ['WEB_CHAT_SECRET', '', 'missing', { WEB_CHAT_HOST: '0.0.0.0' }],
  ['ZALO_KEY', 'hunter2'.padEnd(31, 'x'), 'too_short'],
  ['ZALO_LOGIN_FILE', 'hunter2\r', 'unprintable'],
  ['ZALO_GAP_SECONDS', 'hunter2', 'not_gap'],
  ['ZALO_GAP_SECONDS', '2 đến 4', 'not_gap'],
  ['ZALO_DAILY_MAX', '0', 'out_of_range'],
  ['ZALO_DAILY_MAX', '100001', 'out_of_range'],
  ['ZALO_DAILY_MAX', 'hunter2', 'not_whole'],
  ['TELEGRAM_BOT_TOKEN', 'hunter2', 'not_token'],
  ['TELEGRAM_BOT_TOKEN', '123456789 AAEhunter2', 'not_token'],
  ['TELEGRAM_API_ROOT', 'ftp://hunter2', 'not_http'],
  ['TELEGRAM_PROXY_URL', 'socks5://user:hunter2@proxy.example.vn:1080', 'not_http'],
  ['TELEGRAM_WEBHOOK_URL', 'bot.hunter2.vn', 'not_http'],
  ['TELEGRAM_WEBHOOK_URL', 'http://bot.hunter2.vn/telegram', 'not_https', bot({ TELEGRAM_WEBHOOK_SECRET })],
  ['TELEGRAM_WEBHOOK_SECRET', 'hunter2 is not secret', 'not_webhook_secret'],
  ['TELEGRAM_WEBHOOK_SECRET', 'hunter2hunter2_', 'not_webhook_secret'],
  ['TELEGRAM_WEBHOOK_SECRET', 'hunter2'.repeat(37), 'not_webhook_secret'],
  ['TELEGRAM_WEBHOOK_SECRET', '', 'missing', bot({ TELEGRAM_WEBHOOK_URL: 'https://bot.example.vn' })],
  ['TELEGRAM_WEBHOOK_HOST', 'hunter2/telegram', 'not_host'],
  ['TELEGRAM_WEBHOOK_PORT', '443hunter2', 'not_whole'],
];

describe('a setting that is wrong', () => {
  it('is in the table below, whichever it is', () => {
    expect(SETTING_NAMES.filter((name) => !WRONG.some(([each]) => each === name))).toEqual([]);
    expect(WRONG.filter(([, , fault]) => fault === 'unusable')).toEqual([]);
  });

  it.each(WRONG)(
    '%s=%j is %s: said with its name and the remedy, never with the value',
    (name, value, fault, beside) => {
      const environment = { ...beside, [name]: value };
      expect(faultsOf(environment)).toEqual([{ name, fault }]);
      const [head, line, end, ...more] = told(environment).split('\n');
      expect([head?.startsWith('! Cấu hình chưa đúng'), end?.includes('.env.example'), more]).toEqual([true, true, []]);
      // Its name, what is wrong as a clause, and a sentence that says what to write.
      expect(line).toMatch(new RegExp(`^- ${name}: \\p{Ll}[^.]+\\.? ?.*\\. (?:Ghi|Đặt|Chép) .{20,}`, 'u'));
      expect(line).toMatch(/ví dụ|có dạng/);
      expect(line).toMatch(/[ăâđêôơưạảấầẩẫậắằặẹẻếềểễệịọỏốồổộớờởợụủứừửữự]/);
      expect(line).not.toMatch(/expected|invalid|must|input/i);
      for (const secret of ['hunter2', ...(value.length > 5 ? [value] : [])]) expect(line).not.toContain(secret);
    },
  );

  it('says what may stand there with an example that may', () => {
    const examples = SETTING_NAMES.flatMap((name) => {
      const line = wrongSettings(new ConfigError([{ name, fault: 'unusable' }]));
      const [, example] = new RegExp(`ví dụ ${name}=(.+?);`).exec(line) ?? [];
      return example === undefined ? [] : [[name, example] as const];
    });
    // The three secrets are drawn by a command, and a token cannot be made up.
    expect(examples.length).toBeGreaterThanOrEqual(SETTING_NAMES.length - 4);
    for (const [name, example] of examples) expect([name, faultsOf({ [name]: example })]).toEqual([name, []]);
  });
});

describe('a setting at the edge', () => {
  it.each<[SettingName, string, Record<string, string>?]>([
    ['RATIO_DECIMALS', '6'],
    ['WEB_CHAT_PORT', ' 65535 '],
    ['WEB_CHAT_HOST', '0.0.0.0', { WEB_CHAT_SECRET: 'x'.repeat(SECRET_MIN) }],
    ['WEB_CHAT_HOST', '0.0.0.0', bot({})],
    ['WEB_CHAT_HOST', '127.0.0.2'],
    ['WEB_CHAT_HOST', '::1'],
    ['WEB_CHAT_HOST', 'localhost'],
    ['DIRECTIVES', ' quang-ngai-2021 , dong-nai-821-2021,'],
    ['ZALO_KEY', 'x'.repeat(PASSPHRASE_LENGTH_MIN)],
    ['ZALO_DAILY_MAX', '1'],
    ['STANDARD_CODE', 'TCVN ISO 9001:2026'],
    ['TELEGRAM_PROXY_URL', 'http://user:password@proxy.example.vn:3128'],
    ['TELEGRAM_WEBHOOK_URL', 'https://bot.example.vn', bot({ TELEGRAM_WEBHOOK_SECRET })],
    ['TELEGRAM_WEBHOOK_URL', 'http://127.0.0.1', bot({ TELEGRAM_WEBHOOK_SECRET, TELEGRAM_API_ROOT: 'http://[::1]' })],
    ['TELEGRAM_WEBHOOK_URL', 'https://bot.example.vn'],
  ])('%s=%j is taken', (name, value, beside = {}) => {
    expect(faultsOf({ ...beside, [name]: value })).toEqual([]);
  });

  it('is the edge its door knows', () => {
    const page = (secret: string) => () => checkBinding('0.0.0.0', secret);
    const seal = (key: string) => () => new Seal(key);
    const hook = (secret: string) => () =>
      checkWebhook({ url: 'https://bot.example.vn', secret, host: '', port: 0, path: '/' }, false);
    const doors: [SettingName, (secret: string) => () => unknown][] = [
      ['WEB_CHAT_SECRET', page],
      ['ZALO_KEY', seal],
      ['TELEGRAM_WEBHOOK_SECRET', hook],
    ];
    for (const [name, door] of doors) {
      for (const length of [15, 16, 31, 32, 256, 257]) {
        const secret = 'x'.repeat(length);
        if (faultsOf({ [name]: secret }).length > 0) expect(door(secret)).toThrow();
        else expect(door(secret)).not.toThrow();
      }
    }
  });
});

describe('.env.example', () => {
  const lines = EXAMPLE.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

  it('lists exactly the settings there are', () => {
    expect(new Set(lines.map((line) => line.split('=')[0]))).toEqual(new Set(SETTING_NAMES));
    expect(lines).toHaveLength(SETTING_NAMES.length);
  });

  it('sets nothing, so that a copy of it changes nothing', () => {
    expect(lines.filter((line) => !line.endsWith('='))).toEqual([]);
  });

  it('says something about every group of settings', () => {
    for (const group of EXAMPLE.trim().split('\n\n')) expect(group.startsWith('#')).toBe(true);
  });
});
