/** How leaders and coordinators ask how things stand: the words that open such a question, in plain letters. */
import { quarterAt } from './period.ts';
import type { Token } from './text.ts';

export type StatusCommand = 'status' | 'missing' | 'late' | 'compare' | 'trend' | 'progress' | 'download';

/** What a stretch of months is compared with; a month, a quarter or a year also says which stretch is meant. */
export type Against = 'month' | 'quarter' | 'year' | 'same_last_year';

/** A command, its phrases, and for a comparison what it is with. */
export const STATUS_PHRASES: [StatusCommand, string, Against?][] = [
  [
    'missing',
    'ai chua nop|ai chua bao cao|ai chua gui|don vi nao chua nop|don vi chua nop|chua nop|chuanop|ai chua|aichuanop|xa nao chua nop|don vi nao chua bao cao|nhung ai chua nop|ai con thieu|ds chua nop|danh sach chua nop|phuong nao chua nop|xa phuong nao chua nop|nhung xa nao chua nop|con ai chua nop|who is missing',
  ],
  [
    'late',
    'xa nao tre han nhieu nhat|xa nao qua han nhieu nhat|xa nao tre nhieu nhat|xa nao tre han|xa nao qua han|phuong nao tre han nhieu nhat|phuong nao qua han nhieu nhat|phuong nao tre nhieu nhat|don vi nao tre han nhieu nhat|don vi nao qua han nhieu nhat|don vi nao tre nhieu nhat|don vi nao tre han|don vi nao qua han|ai tre han nhieu nhat|ai tre nhieu nhat|tre nhieu nhat|tre han nhieu nhat|qua han nhieu nhat|xep hang tre han|xep hang qua han|noi nao tre han nhieu nhat|who is late',
  ],
  [
    'compare',
    'so voi thang truoc|so thang truoc|so sanh voi thang truoc|so sanh thang truoc|so voi ky truoc|so ky truoc|so sanh ky truoc|so sanh voi ky truoc|so sanh|compare',
  ],
  ['compare', 'so voi quy truoc|so quy truoc|so sanh voi quy truoc|so sanh quy truoc|so voi quy roi', 'quarter'],
  [
    'compare',
    'so voi nam truoc|so voi nam ngoai|so nam truoc|so nam ngoai|so sanh voi nam truoc|so sanh voi nam ngoai|so sanh nam truoc',
    'year',
  ],
  [
    'compare',
    'so voi cung ky nam truoc|so voi cung ky nam ngoai|so voi cung ky|so cung ky nam truoc|so cung ky|so sanh cung ky|so sanh voi cung ky',
    'same_last_year',
  ],
  ['trend', 'xu huong|xuhuong|xem xu huong|bieu do thang|bieu do theo thang|dien bien theo thang|trend'],
  [
    'progress',
    'tien do ke hoach|tien do|tiendo|tien do thuc hien|tien do thuc hien ke hoach|tien do thuc hien nhiem vu|tien do nhiem vu|progress',
  ],
  [
    'download',
    'tai so lieu|taisolieu|tai ve so lieu|tai bieu tong hop|tai bieu so lieu|tai bieu|tai excel|tai file excel|tai file so lieu|xuat so lieu|xuat excel|tai bang tong hop|tai bang so lieu|download',
  ],
  [
    'status',
    'tinh hinh|tinhhinh|tinh hinh the nao|xem tinh hinh|tinh hinh bao cao|cho xem tinh hinh|tong hop|tonghop|xem tong hop|th chung|tinh hinh nop bao cao|status',
  ],
];

/** Any day: whether a quarter is named does not depend on it. */
const SOME_DAY = '2000-06-15';

/** "quý 3" alone asks how it stands. */
export const opensQuarter = (tokens: readonly Token[], at: number): boolean =>
  quarterAt(tokens, at, SOME_DAY) !== undefined;
