/** The environment, read once by name, checked, and frozen. The only reader of process.env. */
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

/** An empty value in .env means "not set". */
const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = () => z.preprocess(unset, z.string().optional());
const url = () => z.preprocess(unset, z.url({ protocol: /^https?$/ }).optional());

/** A key worth the login it protects: 32 random characters. */
const ZALO_KEY_MIN = 32;
/** What a busy person writes in a day; more reads as a machine. */
const ZALO_DAILY_MAX = 1_000;

const Environment = z.object({
  DATA_DIR: text(),
  LOG_LEVEL: z.preprocess(unset, z.enum(['debug', 'info', 'warn', 'error']).default('info')),
  REPORT_WINDOW: z.preprocess(unset, z.enum(['calendar_month', '15-14']).default('calendar_month')),
  RATIO_MODE: z.preprocess(unset, z.enum(['truncate', 'round']).default(RATIO_DEFAULT.mode)),
  RATIO_DECIMALS: z.preprocess(unset, z.coerce.number().int().min(0).max(DECIMALS_MAX).default(RATIO_DEFAULT.decimals)),
  STANDARD_CODE: z.preprocess(unset, z.string().default('TCVN ISO 9001:2015')),
  DIRECTIVES: text(),
  WEB_CHAT_HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  WEB_CHAT_PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).default(3000)),
  WEB_CHAT_SECRET: text(),
  ZALO_KEY: z.preprocess(unset, z.string().min(ZALO_KEY_MIN).optional()),
  ZALO_LOGIN_FILE: text(),
  ZALO_GAP_SECONDS: z.preprocess(
    unset,
    z
      .string()
      .regex(/^\d{1,3}-\d{1,3}$/)
      .default('2-4'),
  ),
  ZALO_DAILY_MAX: z.preprocess(unset, z.coerce.number().int().min(1).default(ZALO_DAILY_MAX)),
  TELEGRAM_BOT_TOKEN: text(),
  TELEGRAM_API_ROOT: url(),
  TELEGRAM_PROXY_URL: url(),
  TELEGRAM_WEBHOOK_URL: url(),
  TELEGRAM_WEBHOOK_SECRET: text(),
  TELEGRAM_WEBHOOK_HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  TELEGRAM_WEBHOOK_PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).default(8443)),
});

/** The settings there are, for the documentation and its test. */
export const SETTING_NAMES = Object.keys(Environment.shape);

/** A setting that cannot be used, said so that the operator can mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The checked settings.
 * @throws {ConfigError} naming every wrong setting and what it may be; never its value, which may be a secret
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(
      `Cấu hình chưa đúng (.env):\n${wrong.map((each) => `  - ${each}`).join('\n')}\nXem .env.example.`,
    );
  }
  const set = parsed.data;
  return Object.freeze({
    dataDir: resolve(set.DATA_DIR ?? 'data'),
    logLevel: set.LOG_LEVEL,
    window: set.REPORT_WINDOW,
    ratio: Object.freeze({ mode: set.RATIO_MODE, decimals: set.RATIO_DECIMALS }),
    standardCode: set.STANDARD_CODE,
    ...directivesOf(set),
    webChat: Object.freeze({
      host: set.WEB_CHAT_HOST,
      port: set.WEB_CHAT_PORT,
      ...(set.WEB_CHAT_SECRET === undefined ? {} : { secret: set.WEB_CHAT_SECRET }),
    }),
    ...telegramOf(set),
    ...zaloOf(set),
  });
}

/** "dong-nai-821-2021, quang-ngai-2021"; whether there are such files is found out where they are read. */
function directivesOf({ DIRECTIVES }: z.infer<typeof Environment>): Pick<Config, 'directives'> {
  if (DIRECTIVES === undefined) return {};
  const ids = DIRECTIVES.split(',').map((id) => id.trim());
  return { directives: Object.freeze(ids.filter((id) => id !== '')) };
}

function zaloOf(set: z.infer<typeof Environment>): Pick<Config, 'zalo'> {
  if (set.ZALO_KEY === undefined) return {};
  const [least = 2, most = 4] = set.ZALO_GAP_SECONDS.split('-').map(Number);
  const file = resolve(set.ZALO_LOGIN_FILE ?? join(set.DATA_DIR ?? 'data', 'zalo-personal.login'));
  const gapSeconds = [Math.min(least, most), Math.max(least, most)] as const;
  return { zalo: { key: set.ZALO_KEY, file, gapSeconds, daily: set.ZALO_DAILY_MAX } };
}

/** The Telegram door's settings; the door itself checks token and secret, and names the remedy. */
function telegramOf(set: z.infer<typeof Environment>): Pick<Config, 'telegram'> {
  if (set.TELEGRAM_BOT_TOKEN === undefined) return {};
  const webhook = set.TELEGRAM_WEBHOOK_URL && {
    url: set.TELEGRAM_WEBHOOK_URL,
    secret: set.TELEGRAM_WEBHOOK_SECRET ?? '',
    host: set.TELEGRAM_WEBHOOK_HOST,
    port: set.TELEGRAM_WEBHOOK_PORT,
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
