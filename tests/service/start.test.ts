/** The service as somebody meets it first: it starts with nothing, says what to do, and stops when told. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../db/open.ts';
import { everybody } from '../../db/people.ts';
import { modeOf } from '../../db/settings.ts';
import { ask, conversation, newPlace, type Place, run, startService } from '../support/service.ts';

const ROSTER = `unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role
that,UBND xã Có Thật,commune,,nguoi-that,Người Có Thật,staff
`;

const archiveOf = (place: Place, ...folders: string[]) => join(place.data, ...folders, 'iso.db');

/** Looks into an archive nobody is using. */
function look(file: string) {
  const archive = openArchive(file);
  try {
    const answers = archive.sqlite.prepare('select count(*) from answers').pluck().get();
    return { mode: modeOf(archive.read), people: everybody(archive.read).map(({ code }) => code), answers };
  } finally {
    archive.close();
  }
}

test('starts without .env in an empty folder, in practice, and ends with 0 at Ctrl-C', async () => {
  const place = newPlace();
  const service = await startService(place);
  expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(service.out()).toContain('số liệu minh hoạ');
  expect(service.out()).toMatch(/Mã thử đăng ký: [0-9A-Z]{4}-[0-9A-Z]{4} /);
  expect(service.out()).toContain('npm run -s cli -- import');
  const page = await fetch(service.url);
  expect(await page.text()).toContain('<html');
  const { practice, people } = (await (await fetch(`${service.url}/api/people`)).json()) as {
    practice: boolean;
    people: { id: string }[];
  };
  expect([practice, people.map(({ id }) => id)]).toEqual([true, ['lan', 'minh', 'ha', 'dp', 'ct', 'qt']]);
  const { code, err } = await service.end('SIGINT');
  expect([code, err.includes('    at ')]).toEqual([0, false]);
  expect(existsSync(archiveOf(place))).toBe(false);
});

test('goes on where it stopped: the same conversation, the same history, no second seeding', async () => {
  const place = newPlace();
  const first = await startService(place);
  await ask(first.url, 'ha', 'báo cáo tháng');
  const asked = await ask(first.url, 'ha', 'nhận 131');
  const before = await conversation(first.url, 'ha');
  expect((await first.end('SIGTERM')).code).toBe(0);
  const { answers } = look(archiveOf(place, 'practice'));

  const second = await startService(place);
  expect(await conversation(second.url, 'ha')).toEqual(before);
  expect(asked).toContain('Tiếp nhận: 131');
  expect(await ask(second.url, 'ha', '52')).toContain('Tiếp nhận: 131 (trực tuyến 52, trực tiếp 79)');
  await second.end('SIGINT');
  expect(look(archiveOf(place, 'practice')).answers).toBe(answers);
});

test('lets a newcomer enrol with the code it printed, once', async () => {
  const place = newPlace();
  const service = await startService(place);
  const code = /Mã thử đăng ký: (\S+)/.exec(service.out())?.[1] ?? '';
  const [first, second] = ['guest-00000000-0000-4000-8000-000000000001', 'guest-00000000-0000-4000-8000-000000000002'];
  expect(await ask(service.url, first, 'chào')).toContain('Xin gửi mã đăng ký');
  expect(await ask(service.url, first, code)).toContain('Bùi Văn Tân');
  expect(await ask(service.url, second, code)).toContain('Mã chưa đúng hoặc không còn hiệu lực');
});

test('never mixes practice and real data, and says what the real start still needs', async () => {
  const place = newPlace();
  const roster = join(place.folder, 'roster.csv');
  writeFileSync(roster, ROSTER);
  await (await startService(place)).end('SIGINT');
  expect((await run(place, `cli import ${roster} --data ${place.data}`)).code).toBe(0);
  const real = look(archiveOf(place));
  expect(real).toEqual({ mode: 'real', people: ['nguoi-that'], answers: 0 });

  const service = await startService(place);
  expect(service.out()).toContain('Đã có danh sách thật (1 đơn vị, 1 người)');
  expect(service.out()).toContain('TELEGRAM_BOT_TOKEN');
  await ask(service.url, 'lan', 'báo cáo tháng');
  await service.end('SIGINT');
  expect(look(archiveOf(place))).toEqual(real);
  expect(look(archiveOf(place, 'practice'))).toMatchObject({ mode: 'practice' });
  expect(look(archiveOf(place, 'practice')).people).not.toContain('nguoi-that');
});

/** One line that says what to do, and no stack. */
function oneClearLine(ended: { code: number | null; err: string }, ...words: string[]) {
  expect(ended.code).toBe(1);
  expect(ended.err).not.toContain('    at ');
  expect(ended.err.split('\n').filter((line) => line.startsWith('!'))).toHaveLength(1);
  for (const word of words) expect(ended.err).toContain(word);
}

test('refuses a folder that holds real data, and leaves it as it was', async () => {
  const place = newPlace();
  const roster = join(place.folder, 'roster.csv');
  writeFileSync(roster, ROSTER);
  await run(place, `cli import ${roster} --data ${place.data}`);
  const before = look(archiveOf(place));
  mkdirSync(join(place.data, 'practice'));
  copyFileSync(archiveOf(place), archiveOf(place, 'practice'));
  oneClearLine(await run(place, 'main'), 'dữ liệu thật', 'DATA_DIR');
  expect(look(archiveOf(place, 'practice'))).toEqual(before);
});

test('refuses a second service on the same folder, and is free again after a SIGKILL', async () => {
  const place = newPlace();
  const first = await startService(place);
  oneClearLine(await run(place, 'main'), 'Một dịch vụ khác đang chạy', 'DATA_DIR');
  expect(await ask(first.url, 'lan', 'tình hình')).toContain('UBND phường Đức Thuận');
  await first.end('SIGKILL');
  expect((await (await startService(place)).end('SIGINT')).code).toBe(0);
});

test('names the port and the setting when the port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    oneClearLine(await run(newPlace(), 'main', { WEB_CHAT_PORT: port }), `Cổng ${port}`, 'WEB_CHAT_PORT');
  } finally {
    other.close();
  }
});

test.each([
  ['WEB_CHAT_PORT', 'ba nghìn'],
  ['LOG_LEVEL', 'loud'],
  ['RATIO_DECIMALS', '-1'],
])('names the setting that is wrong: %s=%s', async (name, value) => {
  oneClearLine(await run(newPlace(), 'main', { [name]: value }), `- ${name}: `, `${name}=`, '.env.example');
});

test('says the same of a wrong setting to whoever runs a command', async () => {
  const place = newPlace();
  const env = { LOG_LEVEL: 'loud', ZALO_KEY: 'hunter2' };
  const said = (await run(place, 'main', env)).err;
  for (const command of ['doctor', 'backup b.db']) {
    const { code, err } = await run(place, `cli ${command}`, env);
    expect([code, err]).toEqual([1, said]);
  }
  expect(said).not.toContain('hunter2');
});

test('names the setting when this machine has not the address to listen at', async () => {
  // Of a block that no machine has (RFC 5737).
  const env = { WEB_CHAT_HOST: '203.0.113.1', WEB_CHAT_SECRET: '0123456789abcdef' };
  oneClearLine(await run(newPlace(), 'main', env), 'WEB_CHAT_HOST=127.0.0.1');
});

test('says what stands in the way when the data folder is a file', async () => {
  const place = newPlace();
  const file = join(place.folder, 'occupied');
  writeFileSync(file, '');
  oneClearLine(await run(place, 'main', { DATA_DIR: file }), 'Không ghi được', file);
});

test('does not open the chat to a network without a secret', async () => {
  oneClearLine(await run(newPlace(), 'main', { WEB_CHAT_HOST: '0.0.0.0' }), 'WEB_CHAT_SECRET');
});
