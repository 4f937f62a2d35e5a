/**
 * Which figure a set of label features names. The rules of the trade stand here: "quá hạn" belongs to what was
 * resolved unless the talk is of what is pending; "trong hạn" the other way round; "tồn" and "th" alone are no name.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Feature } from './sense.ts';

export type Target =
  | { kind: 'figure'; name: IndicatorName }
  /** One number for two figures: early and on time together. */
  | { kind: 'merged'; names: IndicatorName[] }
  | { kind: 'which'; names: IndicatorName[] }
  /** A number of something that is no figure of ours; nothing to ask. */
  | { kind: 'ignored' }
  /** A word that needs a number's arithmetic to be told. */
  | { kind: 'th' }
  | { kind: 'stock' };

/** What the clauses before were about. */
export type Stage = 'receive' | 'resolve' | 'pending';

export interface Scene {
  stage: Stage | undefined;
  /** The message speaks of changes in the TTHC. */
  procedures: boolean;
  /** The message names what was carried over. */
  carried: boolean;
  /** The words just before were of training: "tập huấn 1 lớp, 35 người". */
  training: boolean;
  /** The question outstanding. */
  asked: IndicatorName | undefined;
}

const figure = (name: IndicatorName): Target => ({ kind: 'figure', name });
const which = (...names: IndicatorName[]): Target => ({ kind: 'which', names });

/** Features that name a figure by themselves. */
const PLAIN: [Feature, IndicatorName][] = [
  ['minor', 'minor_nonconformities'],
  ['major', 'major_nonconformities'],
  ['recommendation', 'recommendations'],
  ['observation', 'observations'],
  ['process', 'internal_processes_count'],
  ['inspection', 'inspections_received'],
];

/** The stage some features speak of, if they do. */
export function stageOf(features: readonly Feature[]): Stage | undefined {
  const has = (feature: Feature): boolean => features.includes(feature);
  if (has('pending') || has('still') || has('in_time')) return 'pending';
  if (has('resolve') || has('early') || has('on_time')) return 'resolve';
  return has('receive') || has('online') || has('direct') || has('post') ? 'receive' : undefined;
}

/** The figure these features name in this place. */
export function targetOf(given: readonly Feature[], scene: Scene): Target {
  const features = new Set(given);
  const has = (...wanted: Feature[]): boolean => wanted.some((feature) => features.has(feature));
  const plain = PLAIN.filter(([feature]) => features.has(feature));
  const [only, other] = plain;
  if (only !== undefined) return other === undefined ? figure(only[1]) : which(only[1], other[1]);
  if (has('nonconformity')) return which('minor_nonconformities', 'major_nonconformities');
  if (has('training', 'course', 'people', 'host')) return trainingTarget(features, scene);
  if (has('new', 'repealed', 'amended')) return changeTarget(features, scene);
  if (has('carried'))
    return has('receive', 'resolve', 'online', 'direct', 'late') ? which('carried_over') : figure('carried_over');
  if (has('to_process', 'withdrawn', 'aside')) return { kind: 'ignored' };
  if (has('generated'))
    return scene.asked === 'received' ? which('received', 'dossiers_generated') : figure('dossiers_generated');
  // "kỳ trước 9, nhận thêm 77"; alone it may be an addition to what was told before
  if (features.has('fresh') && features.has('receive'))
    return scene.carried && features.size === 2 ? figure('received') : which('received');
  if (has('fresh')) return freshTarget(scene);
  if (has('th')) return { kind: 'th' };
  if (has('tt')) return which('received_direct', 'procedures_total');
  if (has('procedures') && has('total')) return figure('procedures_total');
  if (has('procedures') && features.size === 1) {
    return scene.asked === 'procedures_total' ? figure('procedures_total') : which('procedures_total');
  }
  return dossierTarget(features, scene);
}

/** "kỳ trước 6, mới 215", "mới 5 tthc"; elsewhere "mới" only means "no more than". */
function freshTarget({ procedures, carried }: Scene): Target {
  if (procedures !== carried) return figure(carried ? 'received' : 'procedures_new');
  return which('received', 'procedures_new');
}

function trainingTarget(features: ReadonlySet<Feature>, scene: Scene): Target {
  const training = features.has('training') || features.has('course');
  if (features.has('course')) {
    return features.has('host') ? figure('training_courses_hosted') : which('training_courses_hosted');
  }
  if (features.has('people'))
    return training || scene.training || scene.asked === 'training_attendees'
      ? figure('training_attendees')
      : { kind: 'ignored' };
  return features.has('training') ? which('training_attendees', 'training_courses_hosted') : { kind: 'ignored' };
}

function changeTarget(features: ReadonlySet<Feature>, scene: Scene): Target {
  const names: IndicatorName[] = [];
  if (features.has('new')) names.push('procedures_new');
  if (features.has('repealed')) names.push('procedures_repealed');
  if (features.has('amended')) names.push('procedures_amended');
  const [name, other] = names;
  if (name === undefined || other !== undefined) return which(...names);
  return scene.procedures || features.has('procedures') || scene.asked?.startsWith('procedures_')
    ? figure(name)
    : which(name);
}

function dossierTarget(features: ReadonlySet<Feature>, scene: Scene): Target {
  const has = (feature: Feature): boolean => features.has(feature);
  const open = has('pending') || has('still');
  if ((has('receive') && has('resolve')) || (has('receive') && has('pending'))) {
    return which(...(has('resolve') ? (['received', 'resolved'] as const) : (['received', 'pending_total'] as const)));
  }
  if (has('resolve') && has('pending')) return which('resolved', 'pending_total');
  if (has('stock')) return stockTarget(features);
  if (has('online') || has('direct') || has('post')) return channelTarget(features);
  if (has('early') && has('late')) return which('resolved_early', 'resolved_late');
  if (has('early') || has('on_time')) return timeTarget(features);
  if (has('in_time')) return inTimeTarget(features, scene);
  if (has('late')) return lateTarget(features, scene);
  if (has('receive')) return figure('received');
  if (has('resolve')) return figure('resolved');
  return open ? figure('pending_total') : { kind: 'ignored' };
}

function stockTarget(features: ReadonlySet<Feature>): Target {
  if (features.has('late')) return figure('pending_overdue');
  if (features.has('in_time')) return figure('pending_in_time');
  if (features.has('still') || features.has('pending')) return figure('pending_total');
  return { kind: 'stock' };
}

function channelTarget(features: ReadonlySet<Feature>): Target {
  const online = features.has('online');
  const direct = features.has('direct') || features.has('post');
  // "trực tuyến chưa xử lý 5": a part of those, and not all that were received
  const part: Feature[] = ['resolve', 'pending', 'late', 'in_time', 'on_time', 'early'];
  if (part.some((feature) => features.has(feature))) {
    return which(...(online ? (['received_online'] as const) : (['received_direct'] as const)));
  }
  if (online && direct) return which('received', 'received_online', 'received_direct');
  return figure(online ? 'received_online' : 'received_direct');
}

function timeTarget(features: ReadonlySet<Feature>): Target {
  if (features.has('late')) return which('resolved_on_time', 'resolved_late');
  if (features.has('early') && features.has('on_time'))
    return { kind: 'merged', names: ['resolved_early', 'resolved_on_time'] };
  if (features.has('pending'))
    return which(features.has('early') ? 'resolved_early' : 'resolved_on_time', 'pending_in_time');
  return figure(features.has('early') ? 'resolved_early' : 'resolved_on_time');
}

function inTimeTarget(features: ReadonlySet<Feature>, scene: Scene): Target {
  if (features.has('late')) return which('pending_in_time', 'pending_overdue');
  if (features.has('resolve')) return { kind: 'merged', names: ['resolved_early', 'resolved_on_time'] };
  if (features.has('pending') || features.has('still') || scene.stage === 'pending') return figure('pending_in_time');
  if (scene.asked?.startsWith('pending_')) return figure('pending_in_time');
  return which('pending_in_time', 'resolved_on_time');
}

function lateTarget(features: ReadonlySet<Feature>, scene: Scene): Target {
  if (features.has('resolve')) return figure('resolved_late');
  if (features.has('pending')) return figure('pending_overdue');
  // "còn quá hạn 2" may mean "and late ones: 2"
  if (features.has('still')) return which('pending_overdue', 'resolved_late');
  if (scene.asked === 'pending_overdue' && scene.stage !== 'resolve') return figure('pending_overdue');
  return scene.stage === 'pending' ? which('pending_overdue', 'resolved_late') : figure('resolved_late');
}

const FAMILIES: Feature[][] = [
  [
    ...([
      'receive',
      'resolve',
      'pending',
      'still',
      'carried',
      'stock',
      'to_process',
      'generated',
      'withdrawn',
      'fresh',
    ] as const),
    ...(['online', 'direct', 'post', 'early', 'on_time', 'late', 'in_time', 'th'] as const),
  ],
  ['procedures', 'total', 'new', 'repealed', 'amended', 'unchanged'],
  ['nonconformity', 'minor', 'major', 'recommendation', 'observation'],
  ['training', 'course', 'people', 'host'],
];

/** Whether labels side by side can be parts of one name; "lưu ý: nhận 215" has two. */
export function sameFamily(left: readonly Feature[], right: readonly Feature[]): boolean {
  // training may be held online
  const [l, r] = [familyOf(left), familyOf(right)];
  return l === r || (l === TRAINING && right.includes('online')) || (r === TRAINING && left.includes('online'));
}

const FAMILY_BY_FEATURE = new Map(
  FAMILIES.flatMap((family, index) => family.map((feature) => [feature, index] as const)),
);
const TRAINING = FAMILY_BY_FEATURE.get('training');

/** The family a label belongs to; a label of no family is alone, and one of training is so whatever stands beside. */
function familyOf(features: readonly Feature[]): number | undefined {
  const families = features.map((feature) => FAMILY_BY_FEATURE.get(feature));
  return families.includes(TRAINING) ? TRAINING : families[0];
}

const STAGES: Feature[] = ['receive', 'resolve', 'pending', 'still'];

/** Whether the label before a colon is over the one behind it: "đang giải quyết: trong hạn …", "tập huấn: lớp …". */
export const opensList = (title: readonly Feature[], features: readonly Feature[]): boolean =>
  sameFamily(title, features) &&
  (!countsDossiers(title) ||
    (title.some((one) => STAGES.includes(one)) && !features.some((one) => STAGES.includes(one))));

/** Labels of dossiers, beside which "tthc" is only what is counted. */
export const countsDossiers = (features: readonly Feature[]): boolean =>
  features.some((feature) => FAMILIES[0]?.includes(feature) === true);

/** Whether labels on both sides of one number speak of the same thing: "còn 33 hs trong hạn", "nhận 150 online". */
export function joins(left: readonly Feature[], right: readonly Feature[]): boolean {
  const [l, r] = [new Set(left), new Set(right)];
  const side = (one: Set<Feature>, features: Feature[]): boolean => features.some((feature) => one.has(feature));
  const pair = (stage: Feature[], quality: Feature[]): boolean =>
    (side(l, stage) && side(r, quality)) || (side(l, quality) && side(r, stage));
  if (pair(['pending', 'still'], ['in_time', 'late'])) return true;
  // "tồn 3 trong hạn": what is within its time now is no opening balance
  if (pair(['stock'], ['in_time', 'late'])) return true;
  if (pair(['still', 'stock'], ['pending', 'stock'])) return true;
  // "tồn 4 kỳ trước"
  if (pair(['stock'], ['carried'])) return true;
  // "kỳ trước còn 17 chuyển qua"
  if (pair(['carried'], ['carried'])) return true;
  if (pair(['resolve'], ['early', 'on_time', 'late'])) return true;
  if (pair(['receive'], ['online', 'direct', 'post', 'receive'])) return true;
  if (pair(['new', 'repealed', 'amended', 'unchanged'], ['procedures'])) return true;
  if (pair(['training', 'course', 'host', 'people'], ['training', 'course', 'people'])) return true;
  if (pair(['withdrawn'], ['withdrawn'])) return true;
  return pair(['nonconformity'], ['minor', 'major']);
}
