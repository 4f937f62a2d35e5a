/** What the operator is told of a sheet beside what is known: what it leaves as it is, changes and takes away. */
import { isIsoDate } from '../domain/date.ts';
import type { CheckedRoster } from '../domain/roster.ts';
import { type KnownRoster, type Remark, remarksOn } from '../domain/roster-kept.ts';
import { formatDate } from '../locales/format.ts';
import type { Key } from '../locales/keys.ts';
import type { Translate } from '../locales/translate.ts';

/** A few screens; what is changed and taken away comes first, then the ends. */
const REMARKS_LISTED_MAX = 100;

const SAID: Record<Remark['kind'], Key> = {
  changed: 'roster-remark-changed',
  taken_away: 'roster-remark-taken_away',
  kept: 'roster-remark-kept',
};

const NAMES: Record<Remark['what'], Key> = {
  parent: 'roster-what-parent',
  validTo: 'roster-what-validTo',
  successor: 'roster-what-successor',
  validFrom: 'roster-what-validFrom',
};

const KINDS = Object.keys(SAID);
const WHATS = Object.keys(NAMES);

const rank = ({ kind, what }: Remark): number => KINDS.indexOf(kind) * WHATS.length + WHATS.indexOf(what);

/** One line for each thing known that the sheet leaves, changes or takes away; nothing where there is none. */
export function remarksSaid(
  t: Translate,
  checked: CheckedRoster,
  known: KnownRoster,
  erased: readonly string[] = [],
): string[] {
  const units = new Map([...known.units, ...checked.units].map(({ code, name }) => [code, name ?? code]));
  const people = new Map(checked.people.map(({ code, name }) => [code, name]));
  const value = (text: string) => (isIsoDate(text) ? formatDate(text) : (units.get(text) ?? text));
  const owner = ({ unitCode, role }: Remark) => {
    const unit = units.get(unitCode) ?? unitCode;
    if (!role) return unit;
    const person = erased.includes(role.personCode)
      ? role.personCode
      : (people.get(role.personCode) ?? role.personCode);
    return t('roster-owner-role', { person, role: t(`import-role-${role.role}`), unit });
  };
  const remarks = remarksOn(checked, known).toSorted((a, b) => rank(a) - rank(b));
  const lines = [
    ...erased.map((person) => t('roster-kept-erased', { person })),
    ...remarks.map((remark) =>
      t(remark.what === 'parent' ? 'roster-remark-parent' : SAID[remark.kind], {
        what: t(NAMES[remark.what]),
        known: value(remark.known),
        owner: owner(remark),
        stated: value(remark.stated ?? ''),
      }),
    ),
  ];
  if (lines.length === 0) return [];
  const more = lines.length - REMARKS_LISTED_MAX;
  return [
    t('roster-kept-heading'),
    ...lines.slice(0, REMARKS_LISTED_MAX),
    ...(more > 0 ? [t('import-more', { count: more })] : []),
  ];
}
