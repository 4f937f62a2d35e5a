/** The operator's part of the Zalo door: the QR code, and the login kept on disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CredentialError, CredentialStore } from '../../channels/zalo-personal/credential-store.ts';
import { loginByQr, type QrLoginError } from '../../channels/zalo-personal/qr-login.ts';
import { qrText } from '../../channels/zalo-personal/qr-text.ts';
import { fakeClock } from '../support/clock.ts';
import { BOT, LoopbackZalo, MORNING } from '../support/zalo/loopback-zalo.ts';
import { isDarkModule, qrPicture, SIDE } from '../support/zalo/qr-picture.ts';
import { KEY } from '../support/zalo/zalo-door.ts';

let directory: string;
let store: CredentialStore;
const file = (): string => join(directory, 'data', 'zalo-login');
// One for all tests: drawing its key is slow on purpose.
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'zalo-login-'));
  store = new CredentialStore(file(), KEY);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => rmSync(file(), { force: true }));

const session = new LoopbackZalo().session();

describe('the stored login', () => {
  test('is nothing before the first', () => {
    expect(store.read()).toBeUndefined();
    expect(store.changed()).toBe(false);
  });

  test('is read as it was written, for its owner only, and shows nothing of itself', () => {
    store.write(session);
    expect(store.read()).toEqual(session);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const written = readFileSync(file(), 'utf8');
    for (const secret of [session.imei, 'sek-1', 'zpw_sek', BOT]) expect(written).not.toContain(secret);
    expect(readdirSync(join(directory, 'data'))).toEqual(['zalo-login']);
  });

  test('is replaced in one step, also over what a crash has left', () => {
    writeFileSync(`${file()}.part`, 'half a login', { mode: 0o644 });
    store.write(session);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(store.read()).toEqual(session);
  });

  test('cannot be opened with another key, and says what to do', () => {
    store.write(session);
    const other = new CredentialStore(file(), `${KEY} but another`);
    expect(() => other.read()).toThrow(CredentialError);
    expect(() => other.read()).toThrow(/ZALO_KEY.*zalo-login/);
  });

  test.each([
    [
      'one byte is changed',
      (sealed: string) => sealed.replace(/"box":"(.)/, (_, first) => `"box":"${first === 'A' ? 'B' : 'A'}`),
    ],
    ['it is cut short', (sealed: string) => sealed.slice(0, 100)],
    ['it is empty', () => ''],
    ['it is something else', () => '{"cookies":[]}'],
  ])('is not believed when %s', (_, spoil) => {
    store.write(session);
    writeFileSync(file(), spoil(readFileSync(file(), 'utf8')));
    expect(() => store.read()).toThrow(CredentialError);
  });

  test.each(['', 'secret', 'x'.repeat(31)])('is not sealed with the short key %j', (key) => {
    expect(() => new CredentialStore(file(), key)).toThrow(/ZALO_KEY must have at least 32 characters/);
  });

  test('is news when somebody else wrote it, until it is read', () => {
    store.write(session);
    expect(store.changed()).toBe(false);
    writeFileSync(file(), 'another');
    expect(store.changed()).toBe(true);
    expect(() => store.read()).toThrow();
    expect(store.changed()).toBe(false);
  });
});

describe('the code in the terminal', () => {
  const modules = (text: string): string => {
    const rows = text.split('\n').map((line) => line.slice('\u001b[30;107m'.length, -'\u001b[0m'.length));
    const halves = rows.flatMap((row) => [
      row
        .split('')
        .map((each) => (each === '█' || each === '▀' ? '#' : '.'))
        .join(''),
      row
        .split('')
        .map((each) => (each === '█' || each === '▄' ? '#' : '.'))
        .join(''),
    ]);
    return halves
      .slice(2, 2 + SIDE)
      .map((row) => row.slice(2, 2 + SIDE))
      .join('\n');
  };
  const expected = Array.from({ length: SIDE }, (_, y) =>
    Array.from({ length: SIDE }, (__, x) => (isDarkModule(x, y) ? '#' : '.')).join(''),
  ).join('\n');

  test.each([
    [4, 0],
    [1, 0],
    [7, 2],
    [3, 3],
    [5, 6],
  ] as const)('is the code of the picture (%i dots a module, colour type %i)', (scale, colour) => {
    expect(modules(qrText(qrPicture(scale, colour)) ?? '')).toBe(expected);
  });

  test.each([
    ['no picture', Buffer.from('<html>')],
    ['a picture cut short', qrPicture().subarray(0, 60)],
    ['an empty picture', Buffer.alloc(0)],
  ])('is left to the file where there is %s', (_, png) => {
    expect(qrText(png)).toBeUndefined();
  });
});

describe('login by QR code', () => {
  let zalo: LoopbackZalo;
  const shown: { png: Uint8Array; text: string | undefined }[] = [];
  const scanned: string[] = [];
  const clock = fakeClock('2026-11-05', '09:05');
  const login = (): ReturnType<typeof loginByQr> =>
    loginByQr({
      store,
      fetch: zalo.fetch,
      now: () => MORNING,
      after: clock.after,
      show: (png, text) => shown.push({ png, text }),
      onScanned: (name) => scanned.push(name),
    });
  const failure = (logging: Promise<unknown>): Promise<string> =>
    logging.then(
      () => expect.unreachable('it logged in'),
      (error: QrLoginError) => error.why,
    );

  beforeEach(async () => {
    shown.length = 0;
    scanned.length = 0;
    zalo = await new LoopbackZalo().start();
  });
  afterEach(() => zalo.stop());

  test('shows the code, waits for the telephone, and stores what the service needs', async () => {
    const logging = login();
    await zalo.until('the code is shown', () => zalo.qr.waitsFor('scan'));
    expect(shown).toHaveLength(1);
    expect(Buffer.from(shown[0]?.png ?? []).equals(zalo.qr.picture)).toBe(true);
    expect(shown[0]?.text).toContain('█');
    zalo.qr.scan();
    await zalo.until('it is to be confirmed', () => zalo.qr.waitsFor('confirm'));
    expect(scanned).toEqual(['Trợ lý ISO']);
    zalo.qr.confirm();
    expect(await logging).toEqual({ uid: BOT });
    const stored = store.read();
    expect(stored).toMatchObject({ uid: BOT, since: MORNING, last: {} });
    expect(stored?.cookies).toContainEqual(expect.objectContaining({ key: 'zpw_sek', value: zalo.cookie }));
    expect(stored?.imei).toMatch(/^[0-9a-f-]{36}-[0-9a-f]{32}$/);
  });

  test('says when another account takes the place of the stored one', async () => {
    store.write({ ...session, uid: 'an older account' });
    const logging = login();
    await zalo.until('the code is shown', () => zalo.qr.waitsFor('scan'));
    zalo.qr.scan();
    await zalo.until('it is to be confirmed', () => zalo.qr.waitsFor('confirm'));
    zalo.qr.confirm();
    expect(await logging).toEqual({ uid: BOT, replaced: 'an older account' });
  });

  test('ends when the telephone declines, and keeps the login there was', async () => {
    store.write(session);
    const logging = failure(login());
    await zalo.until('the code is shown', () => zalo.qr.waitsFor('scan'));
    zalo.qr.scan();
    await zalo.until('it is to be confirmed', () => zalo.qr.waitsFor('confirm'));
    zalo.qr.decline();
    expect(await logging).toBe('declined');
    expect(store.read()).toEqual(session);
  });

  test('shows a new code when nobody scans, and ends after the fifth', async () => {
    // The library's own timer: a code lives 100 seconds.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const logging = failure(login());
      for (let code = 1; code <= 5; code += 1) {
        await zalo.until('the code is shown', () => zalo.qr.codes === code && zalo.qr.waitsFor('scan'));
        expect(shown).toHaveLength(code);
        zalo.qr.forget();
        vi.advanceTimersByTime(100_000);
      }
      expect(await logging).toBe('expired');
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends when Zalo cannot be reached', async () => {
    await zalo.stop();
    expect(await failure(login())).toBe('failed');
    zalo = await new LoopbackZalo().start();
  });
});
