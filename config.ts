/**
 * The environment, read once by name, checked, and frozen. The only reader of process.env. What is wrong is a fault of a
 * named setting here; the sentences are said by `cli/wrong-settings`.
 */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Window } from './domain/period.ts';
import { DECIMALS_MAX, RATIO_DEFAULT, type RatioRule } from './domain/ratio.ts';

export interface Config {
  /** Folder of the real data; practice data lives in `practice` under it. */
  dataDir: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  window: Window;
  ratio: RatioRule;
  standardCode: string;
  /** Ids of the directives of the program that apply; all where absent. */
  directives?: readonly string[];
  webChat: { host: string; port: number; secret?: string };
  /** Present when a bot token is set. */
  telegram?: TelegramSettings;
  /** Present when a key for the stored Zalo login is set. */
  zalo?: ZaloSettings;
}

export interface ZaloSettings {
  /** Encrypts the stored login. */
  key: string;
  /** The file of the stored login. */
  file: string;
  /** Seconds between two messages, drawn anew between these bounds. */
  gapSeconds: readonly [least: number, most: number];
  /** Messages a day. */
  daily: number;
}

export interface TelegramSettings {
  token: string;
  apiRoot?: string;
  proxyUrl?: string;
  webhook?: { url: string; secret: string; host: string; port: number; path: string };
}

/** What can be wrong with a value. The sentence for each is `settings-fault-<fault>`, and none repeats the value. */
const FAULTS = [
  'unknown_word',
  'not_whole',
  'out_of_range',
  'unprintable',
  'too_long',
  'too_short',
  'not_ids',
  'not_host',
  'not_http',
  'not_https',
  'not_token',
  'not_webhook_secret',
  'not_gap',
  'missing',
  'unusable',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What zod says of a value is the fault itself. */
const or = (error: Fault): { error: Fault } => ({ error });

/** An empty value in .env means "not set". */
const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const maybe = <Kind extends z.ZodType>(kind: Kind) => z.preprocess(unset, kind.optional());
/** A line break or a NUL comes of a broken .env, and no folder, file or standard is called so. */
const printable = () => z.string().regex(/^\P{Cc}*$/u, or('unprintable'));
const http = () => z.url({ protocol: /^https?$/, ...or('not_http') });
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\s*-?\d+\s*$/, or('not_whole'))
    .transform(Number)
    .pipe(z.number().min(least, or('out_of_range')).max(most, or('out_of_range')));
const port = () => whole(0, 65_535);

/** A name or an address to listen at: no scheme, no port behind it. */
const isHost = (text: string): boolean =>
  isIP(text) !== 0 || (/^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(text) && !/^[\d.]+$/.test(text));
const host = () => z.string().refine(isHost, or('not_host'));

/** Name of the stored Zalo login in the data folder, where no other file is set. */
export const ZALO_LOGIN_FILE = 'zalo-personal.login';
/** A key worth the login it protects: 32 random characters. */
const ZALO_KEY_MIN = 32;
/** What a busy person writes in a day; more reads as a machine. */
const ZALO_DAILY_MAX = 1_000;
/** Far beyond what anybody lets an account write in a day, so that a slip of the finger is noticed. */
const ZALO_DAILY_BOUND = 100_000;
/** What the page asks for, and Telegram sends along; the doors ask the same. */
const SECRET_MIN = 16;
/** The name of a standard is printed in a sentence of the report. */
const STANDARD_MAX = 200;

const Environment = z.object({
  DATA_DIR: maybe(printable()),
  LOG_LEVEL: z.preprocess(unset, z.enum(['debug', 'info', 'warn', 'error'], or('unknown_word')).default('info')),
  REPORT_WINDOW: z.preprocess(unset, z.enum(['calendar_month', '15-14'], or('unknown_word')).default('calendar_month')),
  RATIO_MODE: z.preprocess(unset, z.enum(['truncate', 'round'], or('unknown_word')).default(RATIO_DEFAULT.mode)),
  RATIO_DECIMALS: maybe(whole(0, DECIMALS_MAX)),
  STANDARD_CODE: z.preprocess(unset, printable().max(STANDARD_MAX, or('too_long')).default('TCVN ISO 9001:2015')),
  DIRECTIVES: maybe(z.string().regex(/^[\s,]*[a-z\d-]+(?:[\s]*,[\s]*[a-z\d-]+)*[\s,]*$/, or('not_ids'))),
  WEB_CHAT_HOST: z.preprocess(unset, host().default('127.0.0.1')),
  WEB_CHAT_PORT: maybe(port()),
  WEB_CHAT_SECRET: maybe(z.string().min(SECRET_MIN, or('too_short'))),
  ZALO_KEY: maybe(z.string().min(ZALO_KEY_MIN, or('too_short'))),
  ZALO_LOGIN_FILE: maybe(printable()),
  ZALO_GAP_SECONDS: z.preprocess(
    unset,
    z
      .string()
      .regex(/^\d{1,3}-\d{1,3}$/, or('not_gap'))
      .default('2-4'),
  ),
  ZALO_DAILY_MAX: maybe(whole(1, ZALO_DAILY_BOUND)),
  TELEGRAM_BOT_TOKEN: maybe(z.string().regex(/^\d{1,20}:[\w-]+$/, or('not_token'))),
  TELEGRAM_API_ROOT: maybe(http()),
  TELEGRAM_PROXY_URL: maybe(http()),
  TELEGRAM_WEBHOOK_URL: maybe(http()),
  TELEGRAM_WEBHOOK_SECRET: maybe(z.string().regex(/^[\w-]{16,256}$/, or('not_webhook_secret'))),
  TELEGRAM_WEBHOOK_HOST: z.preprocess(unset, host().default('127.0.0.1')),
  TELEGRAM_WEBHOOK_PORT: maybe(port()),
});
type Settings = z.infer<typeof Environment>;
export type SettingName = keyof Settings;

/** The settings there are, for the documentation and its test. */
export const SETTING_NAMES = Object.keys(Environment.shape) as readonly SettingName[];

/** A setting that cannot be used, and why; never its value, which may be a secret. */
export interface WrongSetting {
  name: SettingName;
  fault: Fault;
}

/** Settings that cannot be used, each named once; `cli/wrong-settings` says it to the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly wrong: readonly WrongSetting[];

  constructor(wrong: readonly WrongSetting[]) {
    super(`wrong settings: ${wrong.map(({ name, fault }) => `${name} (${fault})`).join(', ')}`);
    this.wrong = wrong;
  }
}

/**
 * The checked settings.
 * @throws {ConfigError} with every setting that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new ConfigError(wrongOf(parsed.error));
  const set = parsed.data;
  const apart = wrongTogether(set);
  if (apart.length > 0) throw new ConfigError(apart);
  return Object.freeze({
    dataDir: resolve(set.DATA_DIR ?? 'data'),
    logLevel: set.LOG_LEVEL,
    window: set.REPORT_WINDOW,
    ratio: Object.freeze({ mode: set.RATIO_MODE, decimals: set.RATIO_DECIMALS ?? RATIO_DEFAULT.decimals }),
    standardCode: set.STANDARD_CODE,
    ...directivesOf(set),
    webChat: Object.freeze({
      host: set.WEB_CHAT_HOST,
      port: set.WEB_CHAT_PORT ?? 3000,
      ...(set.WEB_CHAT_SECRET === undefined ? {} : { secret: set.WEB_CHAT_SECRET }),
    }),
    ...telegramOf(set),
    ...zaloOf(set),
  });
}

/** The first fault of each wrong setting, in the order of the settings. */
function wrongOf({ issues }: z.ZodError): WrongSetting[] {
  return SETTING_NAMES.flatMap((name) => {
    const issue = issues.find(({ path }) => path[0] === name);
    return issue ? [{ name, fault: FAULTS.find((known) => known === issue.message) ?? 'unusable' }] : [];
  });
}

/** Settings that are sound alone and not beside the others, where the door they are of is opened. */
function wrongTogether(set: Settings): WrongSetting[] {
  const wrong: WrongSetting[] = [];
  const isPractice = set.TELEGRAM_BOT_TOKEN === undefined && set.ZALO_KEY === undefined;
  if (isPractice && !isLoopback(set.WEB_CHAT_HOST) && set.WEB_CHAT_SECRET === undefined) {
    wrong.push({ name: 'WEB_CHAT_SECRET', fault: 'missing' });
  }
  if (set.TELEGRAM_BOT_TOKEN === undefined || set.TELEGRAM_WEBHOOK_URL === undefined) return wrong;
  // Only an own Bot API server calls without a certificate.
  const isPlain = new URL(set.TELEGRAM_WEBHOOK_URL).protocol === 'http:';
  if (isPlain && set.TELEGRAM_API_ROOT === undefined) wrong.push({ name: 'TELEGRAM_WEBHOOK_URL', fault: 'not_https' });
  if (set.TELEGRAM_WEBHOOK_SECRET === undefined) wrong.push({ name: 'TELEGRAM_WEBHOOK_SECRET', fault: 'missing' });
  return wrong;
}

/** True of the names only this machine answers to; the page's own gate asks the same. */
const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));

/** "dong-nai-821-2021, quang-ngai-2021"; whether there are such files is found out where they are read. */
function directivesOf({ DIRECTIVES }: Settings): Pick<Config, 'directives'> {
  if (DIRECTIVES === undefined) return {};
  const ids = DIRECTIVES.split(',').map((id) => id.trim());
  return { directives: Object.freeze(ids.filter((id) => id !== '')) };
}

function zaloOf(set: Settings): Pick<Config, 'zalo'> {
  if (set.ZALO_KEY === undefined) return {};
  const [least = 2, most = 4] = set.ZALO_GAP_SECONDS.split('-').map(Number);
  const file = resolve(set.ZALO_LOGIN_FILE ?? join(set.DATA_DIR ?? 'data', ZALO_LOGIN_FILE));
  const gapSeconds = [Math.min(least, most), Math.max(least, most)] as const;
  return { zalo: { key: set.ZALO_KEY, file, gapSeconds, daily: set.ZALO_DAILY_MAX ?? ZALO_DAILY_MAX } };
}

/** The Telegram door's settings. */
function telegramOf(set: Settings): Pick<Config, 'telegram'> {
  if (set.TELEGRAM_BOT_TOKEN === undefined) return {};
  const webhook = set.TELEGRAM_WEBHOOK_URL && {
    url: set.TELEGRAM_WEBHOOK_URL,
    secret: set.TELEGRAM_WEBHOOK_SECRET ?? '',
    host: set.TELEGRAM_WEBHOOK_HOST,
    port: set.TELEGRAM_WEBHOOK_PORT ?? 8443,
    path: new URL(set.TELEGRAM_WEBHOOK_URL).pathname,
  };
  return {
    telegram: {
      token: set.TELEGRAM_BOT_TOKEN,
      ...(set.TELEGRAM_API_ROOT === undefined ? {} : { apiRoot: set.TELEGRAM_API_ROOT }),
      ...(set.TELEGRAM_PROXY_URL === undefined ? {} : { proxyUrl: set.TELEGRAM_PROXY_URL }),
      ...(webhook ? { webhook } : {}),
    },
  };
}

/** Reads .env beside the program, when there is one, into the environment. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return process.env;
}
