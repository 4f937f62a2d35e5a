/**
 * A month that was spoken of is sent again: whoever spoke of it is told, once. Further ones of the same day join the
 * notice already there (where the door can edit; elsewhere the first notice is enough) and stand in the list.
 */
import { line, option } from '../../conversations/say.ts';
import { personById } from '../../db/people.ts';
import { mendedSince, type Review } from '../../db/reviews.ts';
import { dateAt, instantOf } from '../../domain/date.ts';
import { isOpenForReview } from '../../domain/month-review.ts';
import { type Period, periodMonth } from '../../domain/period.ts';
import { may, type Person } from '../../domain/person.ts';
import type { Unit } from '../../domain/unit.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { notify } from '../people/notice.ts';
import type { Scene } from '../scene.ts';
import { monthState } from './month-state.ts';

/** Months named in one notice; the rest are in the list it leads to. */
const NAMED_MAX = 10;

interface Mended {
  /** The row that says so. */
  id: number;
  unit: Unit;
  period: Period;
  /** The verdict it follows. */
  answers: Review;
}

/** Tells whoever is to look at a month again; answers their name where they could be reached. */
export function tellMended(scene: Scene, mended: Mended): string | undefined {
  const { unit, period, answers } = mended;
  const spoke = personById(scene.tx, answers.by);
  const addressee = spoke && mayReview(scene, spoke, unit) ? spoke : coordinatorsOver(scene, unit.id)[0];
  if (!addressee || addressee.id === scene.person.id) return undefined;
  const open = openToday(scene, addressee);
  const [first] = open;
  const key = `mended:${addressee.id}:${first?.id ?? mended.id}`;
  const months = open.length > 0 ? open : [mended];
  const named = months.slice(0, NAMED_MAX).map((each) => {
    const args = { unit: scene.tree.get(unitIdOf(each))?.name ?? '', period: { period: each.period } };
    return line('review-mended-month', args);
  });
  const say = {
    lines: [
      line('review-mended-notice', { count: months.length, months: { each: named, with: '; ' } }),
      line('review-mended-how', { month: periodMonth(period) }),
    ],
    choices: [
      months.length > 1
        ? [option(`run:reviews:${period}`, 'review-choice-list', { period: { period } })]
        : [option(`run:review:${unit.id}:${period}`, 'review-choice-look', { unit: unit.name, period: { period } })],
    ],
  };
  const joins = first !== undefined && first.id !== mended.id;
  return notify(scene, addressee, say, joins ? { instead: { key } } : { key }) ? addressee.name : undefined;
}

const mayReview = (scene: Scene, person: Person, unit: Unit): boolean =>
  may(person, 'review_month', unit.id, scene.tree, scene.today);

const unitIdOf = (each: Review | Mended): number => (typeof each.unit === 'number' ? each.unit : each.unit.id);

/** The months sent again today that this person is to look at and has not, oldest first. */
function openToday(scene: Scene, person: Person): Review[] {
  const day = instantOf(dateAt(scene.now), '00:00');
  return mendedSince(scene.tx, day).filter(({ id, unit: at, period }) => {
    const unit = scene.tree.get(at);
    const { state, last } = monthState(scene, at, period);
    return unit && last?.id === id && isOpenForReview(state) && mayReview(scene, person, unit);
  });
}
