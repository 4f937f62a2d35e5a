/** `cli doctor`: what is wrong with a set-up, and what to do about it. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ARCHIVE_FILE } from '../../app.ts';
import { CredentialStore } from '../../channels/zalo-personal/credential-store.ts';
import { diagnose } from '../../cli/doctor.ts';
import { readConfig } from '../../config.ts';
import { openArchive } from '../../db/open.ts';
import { instantOf } from '../../domain/date.ts';
import { dataFolder } from '../support/data-folder.ts';
import { TOKEN, USERNAME } from '../support/telegram/bot-api.ts';
import { closedDoor } from '../support/telegram/door.ts';

/** A day of a year whose holidays are announced. */
const NOW = instantOf('2026-11-02', '08:00');

async function examine(folder: string, now = NOW, more: NodeJS.ProcessEnv = {}, node?: string) {
  const lines: string[] = [];
  const exit = await diagnose(readConfig({ DATA_DIR: folder, ...more }), (line) => lines.push(line), now, node);
  return { exit, lines, text: lines.join('\n') };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tro-ly-iso-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Every file under a folder by a digest of what is in it; the machine around it may change as it likes. What SQLite lays
 * beside an archive it opens is no part of the data while it is empty or only an index of it.
 */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const kept = files
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0 && !path.endsWith('-shm'));
  return Object.fromEntries(kept.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

describe('doctor', () => {
  it('finds nothing wrong with a house in order, and says how many people are enrolled', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const { exit, text } = await examine(folder);
    expect(text).toContain('đơn vị báo cáo');
    expect(exit, text).toBe(0);
    expect(text).not.toMatch(/^!/m);
  });

  it('says how to begin where there is nothing yet', async () => {
    const { exit, text } = await examine(emptyFolder());
    expect(text).toContain('import');
    expect(exit, text).toBe(0);
    expect((await examine(join(emptyFolder(), 'new'))).exit).toBe(0);
  });

  it('names a data folder that is none', async () => {
    const file = join(emptyFolder(), 'data');
    writeFileSync(file, '');
    const { exit, text } = await examine(file);
    expect(exit).toBe(1);
    expect(text).toContain(file);
    expect(text).toContain('DATA_DIR');
  });

  it('names a damaged archive and the way back', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, ARCHIVE_FILE), 'not a database '.repeat(500));
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain('sao lưu');
  });

  it('finds an audit log that was meddled with, by its row', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const archive = openArchive(join(folder, ARCHIVE_FILE));
    archive.sqlite.exec("update audit set detail = '{}' where seq = (select max(seq) from audit)");
    const { seq } = archive.sqlite.prepare('select max(seq) as seq from audit').get() as { seq: number };
    archive.close();
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain(`dòng ${seq}`);
  });

  it('finds a roster without anybody who reports', async () => {
    const folder = emptyFolder();
    openArchive(join(folder, ARCHIVE_FILE)).close();
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain('import');
  });

  it('warns of a year whose holidays are not announced', async () => {
    const { folder } = await dataFolder();
    const { exit, text } = await examine(folder, instantOf('2039-11-01', '08:00'));
    expect(exit).toBe(1);
    expect(text).toContain('directives/holidays/2039.json');
  });

  it('changes nothing it looks at', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const before = contentsOf(folder);
    const { exit, text } = await examine(folder);
    expect(exit, text).toBe(0);
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('doctor on the size of the data', () => {
  it('says how big the file is and what in it is big, what was let go included', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const archive = openArchive(join(folder, ARCHIVE_FILE));
    const put = archive.sqlite.prepare('insert into settings (key, value) values (?, ?)');
    put.run('big', 'x'.repeat(3 * 1024 * 1024));
    archive.sqlite.exec("delete from settings where key = 'big'");
    archive.sqlite
      .prepare(
        "insert into outbox (channel, account, address, priority, message, state, next_try_at, created_at) values ('telegram', 'b', 'c', 0, ?, 'sent', 0, 0)",
      )
      .run('x'.repeat(1024 * 1024 + 1));
    archive.close();
    const { exit, text } = await examine(folder);
    expect(text).toMatch(
      /^✓ Tệp dữ liệu 4 MB \(trong đó 2 MB trống, .*\): tin gửi đi 2 MB, tin nhận 1 MB, câu trả lời 1 MB, lịch nhắc 1 MB\.$/m,
    );
    expect(exit, text).toBe(0);
  });

  it('says nothing of an archive that cannot be read', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, ARCHIVE_FILE), 'not a database '.repeat(500));
    expect((await examine(folder)).text).not.toContain('lịch nhắc');
  });
});

describe('doctor on data of an older version', () => {
  /** An archive as the first release made it. */
  function oldArchive(): string {
    const folder = emptyFolder();
    const migrations = join(folder, 'migrations');
    cpSync(fileURLToPath(new URL('../../db/migrations', import.meta.url)), migrations, { recursive: true });
    const journal = join(migrations, 'meta', '_journal.json');
    const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
    writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }));
    openArchive(join(folder, ARCHIVE_FILE), migrations).close();
    rmSync(migrations, { recursive: true });
    return folder;
  }

  it('says that it will be upgraded at the start, and upgrades nothing itself', async () => {
    const folder = oldArchive();
    const before = readFileSync(join(folder, ARCHIVE_FILE));
    const { exit, text } = await examine(folder);
    expect(text).toContain('sẽ nâng cấp khi khởi động');
    expect(exit, text).toBe(0);
    expect(readFileSync(join(folder, ARCHIVE_FILE)).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('nang-cap'))).toEqual([]);
    expect((await examine(folder)).text).toContain('sẽ nâng cấp khi khởi động');
  });

  it('says so of no other data', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    expect((await examine(folder)).text).not.toContain('nâng cấp');
  });

  it('asks for the newest program where the data is of a newer one', async () => {
    const { folder } = await dataFolder();
    const archive = openArchive(join(folder, ARCHIVE_FILE));
    archive.sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)");
    archive.close();
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain('phiên bản mới hơn');
  });
});

describe('doctor on the doors', () => {
  const KEY = 'a key of the tests, as long as a real one';
  const DAY_MS = 24 * 60 * 60_000;

  /** A folder with a stored login, renewed so many days before now. */
  function withLogin(days: number, key = KEY): string {
    const folder = emptyFolder();
    const file = join(folder, 'zalo-personal.login');
    const scanned = instantOf('2026-09-01', '08:00');
    const login = { uid: '1000000000000000001', imei: 'imei', userAgent: 'Mozilla/5.0 (test)', cookies: [], last: {} };
    new CredentialStore(file, key).write({ version: 1, ...login, since: scanned });
    const at = new Date(NOW - days * DAY_MS);
    utimesSync(file, at, at);
    return folder;
  }
  const zalo = (folder: string) => examine(folder, NOW, { ZALO_KEY: KEY });

  it('says that both are off, and what turns them on', async () => {
    const { exit, text } = await examine(emptyFolder());
    expect(text).toContain('Telegram và Zalo đều chưa bật');
    expect(text).toContain('ZALO_KEY');
    expect(exit, text).toBe(0);
  });

  it('leaves the data alone on a Node that would abort, and names the one to install', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const { exit, text } = await examine(folder, NOW, {}, '24.21.0');
    expect(text).toContain('! Node 24.21.0 làm dịch vụ dừng đột ngột nên dữ liệu không được mở. Cài Node 22');
    expect(text).not.toContain('đơn vị báo cáo');
    expect(exit, text).toBe(1);
  });

  it('says in Vietnamese what is in the way of Telegram and what to set, and never the token', async () => {
    const door = await closedDoor();
    const ask = (token: string) =>
      examine(emptyFolder(), NOW, { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: door.api.root });
    const found = await ask(TOKEN);
    expect(found.text).toContain(`✓ Telegram: trả lời; mã thuộc về bot @${USERNAME}.`);
    expect(found.exit, found.text).toBe(0);
    const refused = await ask(TOKEN.replace('AAE', 'AAF'));
    expect(refused.text).toMatch(/^! Telegram: không nhận mã này \(.*401.*\)\. Đặt TELEGRAM_BOT_TOKEN/m);
    expect(refused.exit).toBe(1);
    await door.close();
    const away = await ask(TOKEN);
    expect(away.text).toMatch(/^! Telegram: chưa kết nối được \(.*ECONN\w+.*\)\. .*TELEGRAM_PROXY_URL/m);
    for (const { text } of [refused, away]) expect(text).not.toContain(TOKEN.slice(TOKEN.indexOf('AA') + 3));
  });

  it.each([0, 7])(
    'finds nothing wrong with a login to Zalo that was renewed %i days ago, and says its age',
    async (days) => {
      const { exit, text } = await zalo(withLogin(days));
      expect(text).toContain(
        `✓ Zalo: có phiên đăng nhập của tài khoản 1000000000000000001, quét mã ngày 01/09/2026, làm mới ${days} ngày trước.`,
      );
      expect(text).toContain('Telegram: không dùng');
      expect(exit, text).toBe(0);
    },
  );

  it.each([
    ['was not renewed for long', () => withLogin(8), 'đã 8 ngày không được làm mới'],
    ['is missing', () => emptyFolder(), 'chưa có phiên đăng nhập'],
    ['was sealed with another key', () => withLogin(0, 'another key, but as long as the real one'), 'không mở được'],
    [
      'is a folder',
      () => {
        const folder = emptyFolder();
        mkdirSync(join(folder, 'zalo-personal.login'));
        return folder;
      },
      'không đọc được tệp',
    ],
    [
      'is damaged',
      () => {
        const folder = withLogin(0);
        writeFileSync(join(folder, 'zalo-personal.login'), '{"seal":');
        return folder;
      },
      'không mở được',
    ],
  ])('says how to mend a login to Zalo that %s, without logging in', async (_, folder, words) => {
    const { exit, text } = await zalo(folder());
    expect(exit).toBe(1);
    expect(text).toMatch(new RegExp(`^! Zalo: .*${words}.*zalo-login`, 'm'));
    expect(text).not.toContain(KEY);
  });

  it('says that a login to Zalo lies there without its key', async () => {
    const folder = withLogin(0);
    const { exit, text } = await examine(folder);
    expect(text).toContain(`có phiên đăng nhập trong ${join(folder, 'zalo-personal.login')} nhưng chưa đặt ZALO_KEY`);
    expect(exit, text).toBe(0);
  });
});
