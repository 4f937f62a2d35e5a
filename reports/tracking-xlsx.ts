/** The tracking list as a spreadsheet: agency by obligation, "x" where it is done, counted by formulas. */
import { dateAt, timeAt } from '../domain/date.ts';
import { formatDate } from '../locales/format.ts';
import { LOOK } from './sheet-look.ts';
import { noteRow, titleRow } from './sheet-rows.ts';
import { TRACKING_MARKS, type TrackingModel, type TrackingState } from './tracking.ts';
import { count, formula, rangeOf, type Sheet, type SheetRow, text, writeWorkbook } from './workbook-xlsx.ts';

/** Columns before the obligations: ordinal and agency. */
const LEADING = 2;
const HEADING_HEIGHT = 48;
/** Letters of a note in one line of a list with one column; every further column has room for more. */
const NOTE_LETTERS = 55;
const NOTE_LETTERS_EACH = 15;

const LOOKS: Record<TrackingState, (typeof LOOK)[keyof typeof LOOK]> = {
  done: LOOK.mark,
  open: LOOK.mark,
  overdue: LOOK.bad,
  returned: LOOK.noData,
  exempt: LOOK.numbers,
  not_owed: LOOK.mark,
};

/** What is counted under the list, with the words of its row. */
const COUNTED: readonly [TrackingState, string][] = [
  ['done', 'Đã thực hiện (x)'],
  ['open', 'Chưa thực hiện (để trống)'],
  ['overdue', 'Quá hạn'],
  ['returned', 'Trả lại'],
  ['exempt', 'Được miễn'],
];

const LEGEND =
  'Ghi chú: “x”: đã thực hiện; để trống: chưa thực hiện, chưa đến hạn; “quá hạn”: hết hạn mà chưa thực hiện; ' +
  '“trả lại”: đã gửi nhưng phải chỉnh sửa, bổ sung; “được miễn”: không phải thực hiện trong năm; “–”: không thuộc diện.';

/** The list as the bytes of an .xlsx file. @throws {RangeError} when a unit has more or fewer states than columns */
export function trackingXlsx(model: TrackingModel): Promise<Uint8Array> {
  const wrong = model.units.find(({ states }) => states.length !== model.obligations.length);
  if (wrong !== undefined) throw new RangeError(`${wrong.name} has ${wrong.states.length} states`);
  return writeWorkbook([listSheet(model)]);
}

function listSheet(model: TrackingModel): Sheet {
  const columns = LEADING + model.obligations.length;
  const letters = NOTE_LETTERS + NOTE_LETTERS_EACH * model.obligations.length;
  const head = [...titles(model, columns), heading(model)];
  const rows = model.units.map(
    ({ name, states }, index): SheetRow => [
      count(index + 1, LOOK.ordinal),
      text(name, LOOK.words),
      ...states.map((state) => text(TRACKING_MARKS[state], LOOKS[state])),
    ],
  );
  const asOf = `Số liệu đến ${timeAt(model.asOf)} ngày ${formatDate(dateAt(model.asOf))}.`;
  return {
    name: 'Danh sách theo dõi',
    rows: [
      ...head,
      ...rows,
      ...(rows.length === 0 ? [] : COUNTED.map((counted) => countRow(model, counted, head.length))),
      [],
      noteRow(LEGEND, columns, letters),
      noteRow(asOf, columns, letters),
    ],
    widths: [6, 44, ...model.obligations.map(() => 17)],
    frozen: { rows: head.length, columns: LEADING },
    titles: [head.length, head.length],
  };
}

function titles({ scope, year, standardCode }: TrackingModel, columns: number): SheetRow[] {
  const title = `DANH SÁCH THEO DÕI CÁC CƠ QUAN DUY TRÌ, ÁP DỤNG HTQLCL THEO TIÊU CHUẨN ${standardCode.toUpperCase()} NĂM ${year}`;
  return [
    titleRow(title, columns, { ...LOOK.title, height: 42 }),
    titleRow(scope, columns, { ...LOOK.subtitle, height: 20 }),
  ];
}

function heading({ obligations }: TrackingModel): SheetRow {
  const look = { ...LOOK.head, height: HEADING_HEIGHT };
  return ['STT', 'Cơ quan đơn vị', ...obligations].map((words) => text(words, look));
}

/** How many units are in one state, column by column. */
function countRow(
  { units, obligations }: TrackingModel,
  [state, words]: [TrackingState, string],
  top: number,
): SheetRow {
  const counts = obligations.map((_, index) => {
    const range = rangeOf([top, LEADING + index], [top + units.length - 1, LEADING + index]);
    const mark = TRACKING_MARKS[state];
    const expression = mark === '' ? `COUNTBLANK(${range})` : `COUNTIF(${range},"${mark}")`;
    const known = units.filter(({ states }) => states[index] === state).length;
    return formula(expression, known, { ...LOOK.total, align: 'center', indent: 0 });
  });
  return [text('', LOOK.totalWords), text(words, LOOK.totalWords), ...counts];
}
