/** The environment: every wrong setting is named, no value ever is. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTING_NAMES } from '../config.ts';

const EXAMPLE = readFileSync(fileURLToPath(new URL('../.env.example', import.meta.url)), 'utf8');

const wrong = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return '';
};

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

  it.each<[name: string, value: string]>([
    ['LOG_LEVEL', 'loud-hunter2'],
    ['LOG_LEVEL', 'INFO'],
    ['REPORT_WINDOW', 'month-hunter2'],
    ['RATIO_MODE', 'floor-hunter2'],
    ['RATIO_DECIMALS', '9'],
    ['RATIO_DECIMALS', '-1'],
    ['RATIO_DECIMALS', '1.5'],
    ['RATIO_DECIMALS', 'hunter2'],
    ['WEB_CHAT_PORT', '65536'],
    ['WEB_CHAT_PORT', '-1'],
    ['WEB_CHAT_PORT', '30hunter2'],
  ])('%s refuses %j and says which, never what', (name, value) => {
    const message = wrong({ [name]: value });
    expect(message).toContain(name);
    expect(message).toContain('.env.example');
    if (value.includes('hunter2')) expect(message).not.toContain(value);
    for (const other of SETTING_NAMES.filter((each) => each !== name)) expect(message).not.toContain(`${other}:`);
  });

  it('that are wrong are all named at once', () => {
    const message = wrong({
      LOG_LEVEL: 'x-hunter2',
      REPORT_WINDOW: 'y-hunter2',
      WEB_CHAT_PORT: 'z-hunter2',
      WEB_CHAT_SECRET: 'hunter2',
    });
    for (const name of ['LOG_LEVEL', 'REPORT_WINDOW', 'WEB_CHAT_PORT']) expect(message).toContain(name);
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('WEB_CHAT_SECRET');
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
