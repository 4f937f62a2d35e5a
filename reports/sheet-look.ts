/** How the house's spreadsheets look; what is missing differs from a number in colour, in hatching and in words. */
import type { Style } from './workbook-xlsx.ts';

export const NO_DATA_TEXT = 'chưa có số liệu';

const BORDER = { borderStyle: 'thin', borderColor: '#8A94A3' } as const;

export const LOOK = {
  code: { fontWeight: 'bold', alignVertical: 'center' },
  title: { fontWeight: 'bold', fontSize: 14, align: 'center', alignVertical: 'center', wrap: true },
  subtitle: { fontStyle: 'italic', align: 'center', alignVertical: 'center', wrap: true },
  unit: { fontStyle: 'italic', align: 'right', alignVertical: 'center' },
  head: {
    ...BORDER,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: '#E3EAF4',
  },
  numbers: { ...BORDER, fontStyle: 'italic', fontSize: 9, align: 'center', alignVertical: 'center', wrap: true },
  ordinal: { ...BORDER, align: 'center', alignVertical: 'center' },
  words: { ...BORDER, indent: 1, align: 'left', alignVertical: 'center', wrap: true },
  mark: { ...BORDER, align: 'center', alignVertical: 'center', wrap: true },
  figure: { ...BORDER, align: 'right', indent: 1, alignVertical: 'center' },
  partial: {
    ...BORDER,
    align: 'right',
    indent: 1,
    alignVertical: 'center',
    fontStyle: 'italic',
    backgroundColor: '#FFF2C9',
  },
  /** Shown and not summed: it stands in another row as well. */
  elsewhere: {
    ...BORDER,
    align: 'right',
    indent: 1,
    alignVertical: 'center',
    fontStyle: 'italic',
    textColor: '#5A6472',
    backgroundColor: '#E6E6E6',
  },
  noData: {
    ...BORDER,
    align: 'center',
    alignVertical: 'center',
    fontStyle: 'italic',
    fontSize: 9,
    wrap: true,
    textColor: '#5B4A12',
    backgroundColor: '#FFFFFF',
    fillPatternStyle: 'gray0625',
    fillPatternColor: '#8A7A3A',
  },
  bad: {
    ...BORDER,
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    fontWeight: 'bold',
    textColor: '#8A1C1C',
    backgroundColor: '#FBE3E0',
  },
  total: {
    ...BORDER,
    align: 'right',
    indent: 1,
    alignVertical: 'center',
    fontWeight: 'bold',
    backgroundColor: '#EEF1F5',
  },
  totalWords: {
    ...BORDER,
    indent: 1,
    align: 'left',
    alignVertical: 'center',
    fontWeight: 'bold',
    wrap: true,
    backgroundColor: '#EEF1F5',
  },
  note: { alignVertical: 'top', wrap: true },
} as const satisfies Record<string, Style>;
