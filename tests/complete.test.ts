/**
 * Nothing half done: every sentence in both languages and in use, every conversation with a transcript, every door
 * with a contract run, every setting explained where the operator looks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, parse, type Term, Visitor } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { CONVERSATIONS } from '../bot/conversations.ts';
import { SETTING_NAMES } from '../config.ts';
import { LANGUAGES, translator } from '../locales/translate.ts';
import { codeFiles, PROJECT } from './support/house/files.ts';
import { withoutComments } from './support/house/scan.ts';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const code = codeFiles().filter(({ path }) => path.endsWith('.ts') && !/^(?:tests|locales)\//.test(path));
const everything = code.map(({ text }) => withoutComments(text)).join('\n');

/** The variables of a sentence, sorted. */
function variablesOf(entry: Message | Term): string[] {
  const names = new Set<string>();
  class Collect extends Visitor {
    override visitVariableReference(node: { id: { name: string } }) {
      names.add(node.id.name);
    }
  }
  new Collect().visit(entry);
  return [...names].sort();
}

/** Every sentence of a language, with its variables; a key written twice comes out twice. */
function sentencesOf(language: string): [key: string, variables: string[]][] {
  const folder = `locales/${language}`;
  return readdirSync(join(PROJECT, folder))
    .filter((file) => file.endsWith('.ftl'))
    .flatMap((file) => {
      const { body } = parse(read(`${folder}/${file}`), {});
      expect(body.filter(({ type }) => type === 'Junk').map(() => file)).toEqual([]);
      return body.flatMap((entry) =>
        entry.type === 'Message' ? [[entry.id.name, variablesOf(entry as Message)] as [string, string[]]] : [],
      );
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const vietnamese = sentencesOf('vi');
const keys = vietnamese.map(([key]) => key);

describe('the sentences', () => {
  it.each(LANGUAGES.filter((language) => language !== 'vi'))(
    'are the same in %s, with the same variables',
    (language) => {
      expect(sentencesOf(language)).toEqual(vietnamese);
    },
  );

  it('are each written once', () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are the keys the compiler knows', async () => {
    const { keysFile } = await import(new URL('../scripts/locale-keys.mjs', import.meta.url).href);
    expect(read('locales/keys.ts')).toBe(keysFile());
  });

  it.each(LANGUAGES)('can be written in %s, whatever the numbers', (language) => {
    const translate = translator(language);
    const failures = vietnamese.flatMap(([key, variables]) =>
      [0, 1, 3].flatMap((n) => {
        const written = translate(
          key as Parameters<typeof translate>[0],
          Object.fromEntries(variables.map((name) => [name, n])),
        );
        return written.trim() === '' || /\{|\}|undefined/.test(written) ? [`${key}: ${written}`] : [];
      }),
    );
    expect(failures).toEqual([]);
  });
});

/** Keys put together when they are said: the rest comes from a closed list of names. */
const DYNAMIC = [
  'ask-',
  'broadcast-failed-',
  'broadcast-state-',
  'broadcast-why-',
  'choice-activity-',
  'compare-',
  'defect-',
  'directive-unsure-',
  'document-',
  'doubt-',
  'import-column-',
  'import-file-',
  'import-role-',
  'import-why-',
  'group-menu-',
  'indicator-',
  'org-post-',
  'org-units-',
  'private-',
  'report-gaps-',
  'review-item-',
  'role-',
  'settings-fault-',
  'settings-remedy-',
  'slot-',
  'status-choice-compare-',
  'zalo-login-',
  'zalo-trouble-',
  'zalo-was-',
  'door-',
  'summary-',
  'telegram-menu-',
  'weekday-',
  'calendar-ask-name-',
  'calendar-check-',
  'calendar-done-',
  'calendar-heading-',
  'complete-already-',
  'decide-ask-number-',
  'decide-check-',
  'decide-heading-',
  'decide-told-',
  'decide-why-',
  'duty-state-',
  'duty-',
  'history-',
  'mark-',
  'reported-',
];

describe('every sentence', () => {
  it('is said somewhere', () => {
    const unused = keys.filter(
      (key) =>
        !everything.includes(`'${key}'`) &&
        !DYNAMIC.some((prefix) => key.startsWith(prefix)) &&
        !/^score_7_2_\d-what$/.test(key),
    );
    expect(unused).toEqual([]);
  });

  it.each(DYNAMIC)('beginning with %s is put together in the code', (prefix) => {
    expect(everything).toContain(`\`${prefix}\${`);
    expect(keys.some((key) => key.startsWith(prefix))).toBe(true);
  });
});

/** The script that takes each conversation from its beginning to its end, and words only that conversation says. */
const TRANSCRIPTS: Readonly<Record<string, readonly [script: string, words: string]>> = {
  'monthly-check-in': ['month-question-by-question', '✓ Đã gửi báo cáo tháng'],
  'annual-supplement': ['supplement', '✓ Đã lưu phần bổ sung năm'],
  'new-directive': ['directive-821', '✓ Đã ban hành 821/SKHCN-TĐC'],
  'retire-directive': ['directive-replaced', '12/SKHCN-TĐC ngừng áp dụng từ hôm nay'],
  broadcast: ['broadcast', 'Xem trước · 2 người'],
  'accept-months': ['review', '✓ Đã chấp nhận 2 báo cáo tháng'],
  'return-month': ['review', '✓ Đã trả lại báo cáo tháng'],
  'lock-period': ['locked-month', '✓ Đã khóa sổ tháng'],
  'change-reason': ['locked-month', '✓ Đã gửi yêu cầu sửa tháng'],
  appoint: ['organisation-join', '✓ Đã thêm Võ Thanh Bình'],
  'change-post': ['organisation-hand-over', '✓ Phạm Thu Hà nhận'],
  'reshape-units': ['organisation-merge', '✓ Đã sáp nhập'],
  'erase-data': ['organisation-hand-over', '✓ Đã xóa dữ liệu cá nhân'],
  'refuse-change': ['locked-month', '✓ Đã trả lời'],
  'complete-obligation': ['obligations', 'trước hạn 21 ngày làm việc'],
  'decide-obligation': ['obligations', '✓ Đã ghi và báo cho 3 người'],
  'receive-obligation': ['obligations', '✓ Đã ghi cho 1 đơn vị'],
  away: ['away-and-snooze', 'nhận nhắc việc thay. Về sớm thì gõ'],
  'calendar-day': ['calendar', '✓ Đã thêm ngày nghỉ'],
};

describe('every conversation', () => {
  it('has a transcript', () => {
    expect(Object.keys(TRANSCRIPTS).sort()).toEqual(CONVERSATIONS.map(({ name }) => name).sort());
    for (const [script, words] of Object.values(TRANSCRIPTS)) {
      expect(read(`tests/transcripts/${script}.golden.txt`), script).toContain(words);
    }
  });
});

/** The door of played scripts has no provider to keep a contract with; every transcript is a run of it. */
const WITHOUT_PROVIDER = ['play'];

describe('every door', () => {
  it('keeps the contract of doors', () => {
    const doors = code
      .filter(({ path, text }) => path.startsWith('channels/') && /\bimplements Channel\b/.test(text))
      .flatMap(({ text }) => /^ {2}readonly name = '([\w-]+)'/m.exec(text)?.[1] ?? []);
    const contract = read('tests/channels/contract.test.ts');
    const inContract = [...contract.matchAll(/\{ name: '([\w-]+)', make: /g)].map(([, name]) => name);
    expect(doors).toContain('web-chat');
    expect(doors.filter((name) => !inContract.includes(name) && !WITHOUT_PROVIDER.includes(name))).toEqual([]);
  });
});

describe('every setting', () => {
  const named = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].flatMap(([, name]) => name ?? []);

  it('is in .env.example, and every setting there is one the program reads', () => {
    expect(named.toSorted()).toEqual(SETTING_NAMES.toSorted());
  });
});
