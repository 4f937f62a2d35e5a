/**
 * What a word of the trade says about a number beside it. A label is a set of features ("tiếp nhận" is `receive`,
 * "online" is `online`); any other word colours the clause it stands in.
 */
export type Feature =
  | 'receive'
  | 'resolve'
  | 'pending'
  /** "còn": what is still open, or merely "and". */
  | 'still'
  | 'carried'
  /** "tồn": opening or closing balance. */
  | 'stock'
  /** "mới" before a number: newly received, or new procedures. */
  | 'fresh'
  /** What had to be dealt with in all: carried over and received; no figure of its own. */
  | 'to_process'
  | 'generated'
  | 'online'
  | 'direct'
  | 'post'
  | 'early'
  | 'on_time'
  | 'late'
  | 'in_time'
  /** "th": trước hạn, trễ hạn or tháng. */
  | 'th'
  /** "tt" before a number: trực tiếp or thủ tục. */
  | 'tt'
  | 'procedures'
  | 'total'
  | 'new'
  | 'repealed'
  | 'amended'
  | 'unchanged'
  | 'minor'
  | 'major'
  | 'nonconformity'
  | 'recommendation'
  | 'observation'
  | 'training'
  | 'course'
  | 'people'
  | 'host'
  | 'inspection'
  | 'process'
  /** Returned, refused or withdrawn dossiers: no figure of ours. */
  | 'withdrawn'
  /** Counted beside the figures and none of them: paid online, soon to be late. */
  | 'aside';

export type Sense =
  | { kind: 'label'; features: Feature[] }
  /** không, ko, k có … */
  | { kind: 'none' }
  /** chưa có, không rõ: nobody knows. */
  | { kind: 'unknown' }
  /** hết, tất cả, đều */
  | { kind: 'all' }
  /** còn lại */
  | { kind: 'rest' }
  /** what is counted: hồ sơ, hs */
  | { kind: 'unit' }
  /** what is counted where it is no figure of ours: ngày, đơn vị, công văn, triệu đồng */
  | { kind: 'foreign' }
  /** đạt, tăng, giảm, tỷ lệ: the number beside it is no figure */
  | { kind: 'measure' }
  | { kind: 'vague' }
  /** trong đó, nhưng: another clause begins */
  | { kind: 'break' }
  | { kind: 'within' }
  /** tính cả: what follows is counted in what was said before */
  | { kind: 'counting' }
  | { kind: 'and' }
  /** bị, do, vì: ends what a number can belong to on its right */
  | { kind: 'function' }
  /** hiện, hiện nay: how things stand */
  | { kind: 'standing' }
  /** tổng, tổng số */
  | { kind: 'sum' }
  /** sẽ, dự kiến, chỉ tiêu: what is said has not happened */
  | { kind: 'plan' }
  /** nhầm, sửa lại: contradicts what was said before */
  | { kind: 'mistake' }
  | { kind: 'question' }
  /** gần như, đa số: not all of them, and not none */
  | { kind: 'hedge' }
  | { kind: 'filler' };

/** A label of these features. */
export const label = (...features: Feature[]): Sense => ({ kind: 'label', features });

/** Phrases parted by "|", with what they say. */
export type Words = [string, Sense][];
