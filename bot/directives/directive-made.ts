/** From the tasks a coordinator accepted to a directive with obligations, under ids nobody else has. */
import type { Issue } from '../../conversations/forms/new-directive.ts';
import { readCitations } from '../../conversations/parse/citation/citation.ts';
import { cut } from '../../conversations/parse/directive/nature.ts';
import type { DraftItem } from '../../conversations/parse/directive/text.ts';
import type { Citation } from '../../domain/citation.ts';
import { dayOf, type IsoDate, yearOf } from '../../domain/date.ts';
import type { AppliesTo, Directive, Escalation, Obligation } from '../../domain/directive.ts';
import { fold } from '../../domain/text.ts';

/** As the directives of the house: the coordinator the next working day, the leader after a week. */
const ESCALATION: Escalation = { coordinatorAfter: 1, leaderAfter: 5 };
/** Fits the head of a column and a button. */
const COLUMN_MAX = 40;
const LEGAL_BASIS_MAX = 5;
/** A code is part of what a button carries, which has 64 bytes in all. */
const CODE_MAX = 32;

/** What of the house and the turn a new directive needs. */
export interface Making {
  today: IsoDate;
  /** Every directive there is: for ids, and for the one replaced. */
  directives: readonly Directive[];
  appliesTo: AppliesTo;
  /** Codes of the units it binds, each with all under it. */
  subtrees: string[];
}

/** The directive an accepted draft stands for, in force from today. */
export function directiveMade({ draft, replaces }: Issue, making: Making): Directive {
  const { today, directives, subtrees, appliesTo } = making;
  const citation = citationOf(draft.citation, draft.issuer, today);
  const old = directives.find(({ id }) => id === replaces);
  const ids = idsFor(draft.items, citation, making, old);
  const obligations = draft.items.map((item, at) => obligationOf(item, ids[at] ?? '', appliesTo));
  return { id: codeFor(citation, making), citation, validFrom: today, subtrees, obligations };
}

/** The day before the one that takes its place begins; never in force at all where both are of one day. */
export function ended(directive: Directive, lastDay: IsoDate): Directive {
  const validFrom = directive.validFrom > lastDay ? lastDay : directive.validFrom;
  return { ...directive, validFrom, validTo: lastDay };
}

function citationOf(read: Citation | undefined, issuer: string | undefined, today: IsoDate): Citation {
  const by = issuer === undefined ? null : issuer;
  if (!read) {
    const raw = `Văn bản chỉ đạo ngày ${Number(dayOf(today))}/${Number(today.slice(5, 7))}/${yearOf(today)}`;
    return { type: null, number: null, year_in_code: null, symbol: null, date: today, issuer: by, subject: null, raw };
  }
  return { ...read, issuer: read.issuer ?? by };
}

const letters = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** 'skhcn-tdc-821-2021'; another ending where that is taken. */
function codeFor({ symbol, number, date }: Citation, { directives, today }: Making): string {
  const digits = number?.replace(/\D/g, '') ?? '';
  const base = letters([symbol ?? 'chi-dao', digits, (date ?? today).slice(0, digits === '' ? 10 : 4)].join(' '));
  const code = base.slice(0, CODE_MAX).replace(/-$/, '');
  const taken = new Set(directives.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const named = n === 1 ? code : `${code}-${n}`;
    if (!taken.has(named)) return named;
  }
}

/** 'SKHCN-821.1', 'SKHCN-821.2' …; a task that was in the directive replaced keeps its id, and so what was done of it. */
function idsFor(
  items: readonly DraftItem[],
  citation: Citation,
  { directives, today }: Making,
  old?: Directive,
): string[] {
  const named =
    fold(citation.symbol ?? '')
      .toUpperCase()
      .split(/[^A-Z]/)[0] ?? '';
  const prefix = /^[A-Z]{2,8}$/.test(named) ? named : 'CD';
  const number = citation.number?.replace(/\D/g, '') || today.replace(/-/g, '');
  const taken = new Set(directives.flatMap(({ obligations }) => obligations.map(({ id }) => id)));
  const kept = new Map((old?.obligations ?? []).map(({ id, title }) => [fold(title.vi), id]));
  const suffix = ['', ...'bcdefghijklmnopqrstuvwxyz'.split('')].find(
    (letter) => ![...taken].some((id) => id.startsWith(`${prefix}-${number}${letter}.`)),
  );
  return items.map((item, at) => {
    const same = kept.get(fold(item.title));
    kept.delete(fold(item.title));
    return same ?? `${prefix}-${number}${suffix ?? 'z'}.${at + 1}`;
  });
}

function obligationOf(item: DraftItem, id: string, appliesTo: AppliesTo): Obligation {
  const { title, recurrence, year, trigger, deadline, recipient, roles, text } = item;
  const both = (words: string) => ({ vi: words, en: words });
  const cited = readCitations(text).map(({ raw }) => raw);
  const followed = recurrence === 'yearly' && deadline?.kind === 'fixed';
  return {
    id,
    title: both(title),
    appliesTo,
    recurrence,
    ...(year === undefined ? {} : { year }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(recipient === undefined ? {} : { recipient }),
    evidence: { roles },
    legalBasis: cited.slice(0, LEGAL_BASIS_MAX),
    escalation: ESCALATION,
    ...(followed ? { tracked: both(cut(title, COLUMN_MAX)) } : {}),
  };
}
