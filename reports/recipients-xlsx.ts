/** The ledger of a broadcast as a spreadsheet: who got it, by what, when, who acknowledged it, and why somebody did not. */
import { dateAt, type Instant, timeAt } from '../domain/date.ts';
import { formatDate } from '../locales/format.ts';
import {
  CHANNEL_WORDS,
  RECIPIENT_WORDS,
  type RecipientRow,
  type RecipientState,
  type RecipientsModel,
} from './recipients.ts';
import { LOOK } from './sheet-look.ts';
import { blanks, noteRow, titleRow } from './sheet-rows.ts';
import { count, formula, moment, rangeOf, type Sheet, type SheetRow, text, writeWorkbook } from './workbook-xlsx.ts';

const HEADINGS = ['STT', 'Người nhận', 'Đơn vị', 'Kênh', 'Kết quả', 'Lý do', 'Thời điểm', 'Đã xác nhận lúc'];
const WIDTHS = [6, 28, 40, 16, 17, 34, 18, 18];
/** Where the result and the acknowledgement stand, from 0. */
const STATE = 4;
const ACKNOWLEDGED = 7;
const NOTE_LETTERS = 150;

const LOOKS: Record<RecipientState, (typeof LOOK)[keyof typeof LOOK]> = {
  waiting: LOOK.noData,
  sent: LOOK.mark,
  failed: LOOK.bad,
  unreachable: LOOK.bad,
  stopped: LOOK.noData,
};

/** The ledger as the bytes of an .xlsx file. */
export function recipientsXlsx(model: RecipientsModel): Promise<Uint8Array> {
  return writeWorkbook([ledger(model)]);
}

const at = (moment: Instant): string => `${timeAt(moment)} ngày ${formatDate(dateAt(moment))}`;

function ledger(model: RecipientsModel): Sheet {
  const { author, sendAt, asOf, rows } = model;
  const subject = `${author} · gửi lúc ${at(sendAt)} · số liệu đến ${at(asOf)}`;
  const head: SheetRow[] = [
    titleRow('KẾT QUẢ GỬI THÔNG BÁO', HEADINGS.length, { ...LOOK.title, height: 24 }),
    noteRow(`Nội dung: ${model.subject}`, HEADINGS.length, NOTE_LETTERS),
    titleRow(subject, HEADINGS.length, { ...LOOK.subtitle, align: 'left', height: 18 }),
  ];
  const top = head.length + 2;
  return {
    name: 'Người nhận',
    rows: [
      ...head,
      sums(model, top),
      HEADINGS.map((words) => text(words, { ...LOOK.head, height: 32 })),
      ...rows.map(recipient),
    ],
    widths: WIDTHS,
    frozen: { rows: top, columns: 2 },
    titles: [top, top],
    filter: rangeOf([top - 1, 0], [top - 1 + rows.length, HEADINGS.length - 1]),
  };
}

/** "Tổng số: 11 · đã gửi: 9 · …" as one formula over the rows, so that it follows whatever is mended in them. */
function sums({ rows, acknowledgement }: RecipientsModel, top: number): SheetRow {
  const column = (index: number): string => rangeOf([top, index], [top + Math.max(rows.length, 1) - 1, index]);
  const states = Object.entries(RECIPIENT_WORDS) as [RecipientState, string][];
  const parts: [words: string, expression: string, result: number][] = [
    ['Tổng số', `COUNTA(${column(1)})`, rows.length],
    ...states.map(([state, words]): [string, string, number] => [
      words,
      `COUNTIF(${column(STATE)},"${words}")`,
      rows.filter((row) => row.state === state).length,
    ]),
  ];
  if (acknowledgement) {
    const known = rows.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).length;
    parts.push(['đã xác nhận', `COUNT(${column(ACKNOWLEDGED)})`, known]);
  }
  const expression = parts
    .map(([words, counted], index) => `"${index === 0 ? '' : ' · '}${words}: "&${counted}`)
    .join('&');
  const result = parts.map(([words, , known]) => `${words}: ${known}`).join(' · ');
  const look = { ...LOOK.code, columnSpan: HEADINGS.length, height: 20 };
  return [formula(expression, result, look), ...blanks(HEADINGS.length - 1)];
}

function recipient(row: RecipientRow, index: number): SheetRow {
  const when = (instant: Instant | undefined) =>
    instant === undefined ? text('', LOOK.mark) : moment(instant, LOOK.mark);
  return [
    count(index + 1, LOOK.ordinal),
    text(row.person, LOOK.words),
    text(row.unit, LOOK.words),
    text(row.channel === undefined ? '' : CHANNEL_WORDS[row.channel], LOOK.mark),
    text(RECIPIENT_WORDS[row.state], LOOKS[row.state]),
    text(row.reason ?? '', LOOK.words),
    when(row.at),
    when(row.acknowledgedAt),
  ];
}
