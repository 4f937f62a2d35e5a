/** A month that came back, as a reminder names it: which figures, and why, in one line a phone shows whole. */
import { isReturnable, returnableName } from '../../conversations/flows/monthly-check-in/returned.ts';
import { type Line, line, type Value } from '../../conversations/say.ts';
import type { Duty } from '../../domain/duty.ts';

/** Figures named in a reminder; all of them stand where the month is mended. */
const ITEMS_MAX = 4;
/** How much of a reason is said again: the whole of it was said when the month was returned. */
const REASON_MAX = 60;

/** What was returned with the reason for each; one reason for several is said once. */
export function mendLine({ reasons }: NonNullable<Duty['toMend']>): Line {
  const items = Object.entries(reasons).filter(([item]) => isReturnable(item));
  const byReason = new Map<string, Value[]>();
  for (const [item, reason] of items.slice(0, ITEMS_MAX)) {
    if (isReturnable(item)) byReason.set(reason, [...(byReason.get(reason) ?? []), returnableName(item)]);
  }
  const each = [...byReason].map(([reason, names]) =>
    line('mend-item', { names: { each: names, with: ', ' }, reason: shortened(reason) }),
  );
  const said: Value = { each, with: '; ' };
  const more = items.length - ITEMS_MAX;
  return line('mend-why', { items: more > 0 ? line('mend-items-more', { items: said, more }) : said });
}

/** Cut at a word. */
const shortened = (reason: string): string =>
  reason.length <= REASON_MAX ? reason : `${reason.slice(0, REASON_MAX).replace(/[\s,;.]+\S*$/u, '')}…`;
