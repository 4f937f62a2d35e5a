/** `cli doctor`: what is wrong with the set-up, one line each, with what to do about it. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_FILE } from '../app.ts';
import { enquire } from '../channels/telegram/enquire.ts';
import type { Trouble } from '../channels/telegram/standing.ts';
import { CredentialStore } from '../channels/zalo-personal/credential-store.ts';
import { type Config, ZALO_LOGIN_FILE, type ZaloSettings } from '../config.ts';
import { brokenAt } from '../db/audit.ts';
import { isSafeNode } from '../db/node-version.ts';
import { type Archive, type Look, openToLook } from '../db/open.ts';
import { everybody, identitiesOf } from '../db/people.ts';
import { modeOf } from '../db/settings.ts';
import { unitTree } from '../db/units.ts';
import { weigh } from '../db/weight.ts';
import { loadCalendar } from '../directives/holidays.ts';
import { isProvisional } from '../domain/calendar.ts';
import { dateAt, daysBetween, type Instant, yearOf } from '../domain/date.ts';
import { REPORTING_KINDS } from '../domain/unit.ts';
import { formatDate } from '../locales/format.ts';
import { type Translate, translator } from '../locales/translate.ts';

/** Below this a report, a backup and a day of messages no longer fit with certainty. */
const DISK_FREE_MIN_BYTES = 200 * 1024 * 1024;

/** Users of zca-js see cookies die after a week in which nobody renewed them; the running service renews them. */
const ZALO_LOGIN_IDLE_DAYS = 7;

interface Finding {
  ok: boolean;
  text: string;
}

/** Prints every finding and gives the exit code: 1 when something must be mended, else 0. */
export async function diagnose(
  config: Config,
  print: (line: string) => void,
  now: Instant = Date.now(),
  node = process.versions.node,
): Promise<number> {
  const t = translator('vi');
  const findings = [
    ...folder(config, t),
    ...(isSafeNode(node) ? archive(config, t) : [{ ok: false, text: t('doctor-node', { version: node }) }]),
    ...calendar(t, now),
    ...(await doors(config, t)),
    ...(config.zalo ? zaloLogin(config.zalo, t, now) : zaloOff(config, t)),
  ];
  for (const { ok, text } of findings) print(`${ok ? '✓' : '!'} ${text}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function folder({ dataDir }: Config, t: Translate): Finding[] {
  if (!existsSync(dataDir)) return [{ ok: true, text: t('doctor-folder-new', { folder: dataDir }) }];
  try {
    if (!statSync(dataDir).isDirectory()) throw new Error('not a folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK);
  } catch {
    return [{ ok: false, text: t('doctor-folder-locked', { folder: dataDir }) }];
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const mb = Math.floor((bavail * bsize) / 1024 / 1024);
  return [{ ok: bavail * bsize >= DISK_FREE_MIN_BYTES, text: t('doctor-disk', { mb }) }];
}

function archive({ dataDir }: Config, t: Translate): Finding[] {
  const file = join(dataDir, ARCHIVE_FILE);
  if (!existsSync(file)) return [{ ok: true, text: t('doctor-no-data') }];
  let opened: Look;
  try {
    opened = openToLook(file);
  } catch (error) {
    return [{ ok: false, text: t('doctor-damaged', { why: (error as Error).message }) }];
  }
  try {
    const { read, sqlite, upgrades } = opened;
    const check = sqlite.pragma('quick_check', { simple: true });
    // What is older has not all the tables that are asked below, and a doctor changes nothing.
    if (upgrades > 0 && check === 'ok') return [{ ok: true, text: t('doctor-upgrade', { upgrades }) }];
    const broken = brokenAt(read);
    const people = everybody(read);
    const enrolled = people.filter(({ id }) => identitiesOf(read, id).length > 0).length;
    const reporting = [...unitTree(read).values()].filter((unit) => REPORTING_KINDS.includes(unit.kind)).length;
    return [
      {
        ok: check === 'ok',
        text:
          check === 'ok'
            ? t('doctor-data-ok', { mode: modeOf(read) ?? '-' })
            : t('doctor-damaged', { why: String(check) }),
      },
      {
        ok: broken === undefined,
        text: broken === undefined ? t('doctor-audit-ok') : t('doctor-audit-broken', { row: broken }),
      },
      {
        ok: reporting > 0,
        text:
          reporting > 0
            ? t('doctor-roster', { units: reporting, people: people.length, enrolled })
            : t('doctor-no-roster'),
      },
      ...(check === 'ok' ? [{ ok: true, text: sizeTold(sqlite, t) }] : []),
    ];
  } finally {
    opened.close();
  }
}

/** How big the file is, and the tables that grow with the years. */
function sizeTold(sqlite: Archive['sqlite'], t: Translate): string {
  const { total, free, tables } = weigh(sqlite);
  const mb = (bytes = 0): number => Math.ceil(bytes / 1024 / 1024);
  return t('doctor-size', {
    mb: mb(total),
    free: mb(free),
    sent: mb(tables.get('outbox')),
    said: mb(tables.get('inbox')),
    answers: mb(tables.get('answers')),
    timers: mb(tables.get('timers')),
  });
}

function calendar(t: Translate, now: Instant): Finding[] {
  const known = loadCalendar();
  const year = yearOf(dateAt(now));
  return [year, year + 1]
    .filter((each) => isProvisional(known, each))
    .map((each) => ({ ok: each !== year, text: t('doctor-calendar', { year: String(each) }) }));
}

async function doors({ telegram, zalo }: Config, t: Translate): Promise<Finding[]> {
  if (!telegram) return [{ ok: true, text: t(zalo ? 'doctor-telegram-off' : 'doctor-no-channel') }];
  const answer = await enquire(telegram);
  if (answer.ok) return [{ ok: true, text: t('doctor-telegram-ok', { bot: answer.username }) }];
  return [{ ok: false, text: t(TELEGRAM_TROUBLES[answer.trouble], { cause: answer.cause }) }];
}

const TELEGRAM_TROUBLES = {
  token_refused: 'doctor-telegram-refused',
  conflict: 'doctor-telegram-conflict',
  unreachable: 'doctor-telegram-away',
} as const satisfies Record<Trouble, string>;

/** A door that is off; a login that lies there without its key is one somebody may be missing. */
function zaloOff({ telegram, dataDir }: Config, t: Translate): Finding[] {
  const file = join(dataDir, ZALO_LOGIN_FILE);
  if (existsSync(file)) return [{ ok: true, text: t('doctor-zalo-keyless', { file }) }];
  return telegram ? [{ ok: true, text: t('doctor-zalo-off') }] : [];
}

/** What the file system says where a file cannot be read, whatever is in it. */
const UNREADABLE = ['EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EIO'];

/** The stored login of the Zalo door; nobody logs in, since a second login would push the service out. */
function zaloLogin({ file, key }: ZaloSettings, t: Translate, now: Instant): Finding[] {
  let login: ReturnType<CredentialStore['read']>;
  try {
    login = new CredentialStore(file, key).read();
  } catch (error) {
    const { code, cause } = error as NodeJS.ErrnoException;
    const why = code ?? (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
    const isUnreadable = UNREADABLE.includes(why);
    return [{ ok: false, text: t(isUnreadable ? 'doctor-zalo-unreadable' : 'doctor-zalo-locked', { file }) }];
  }
  if (!login) return [{ ok: false, text: t('doctor-zalo-no-login', { file }) }];
  const idle = daysBetween(dateAt(statSync(file).mtimeMs), dateAt(now));
  const known = { account: login.uid, since: formatDate(dateAt(login.since)), days: Math.max(0, idle) };
  const isFresh = idle <= ZALO_LOGIN_IDLE_DAYS;
  return [{ ok: isFresh, text: t(isFresh ? 'doctor-zalo-login' : 'doctor-zalo-old', known) }];
}
