import { describe, expect, it } from 'vitest';
import { NIL, NO_DATA, value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { periodsOfYear } from '../../domain/period.ts';
import type { AnnualInput, AnnualModel } from '../../reports/annual.ts';
import { compileAnnual } from '../../reports/annual.ts';
import { expectedPeriods, type Figures } from '../../reports/annual-totals.ts';
import { DOCUMENTS, ducThuan2021, LATE_REASON } from './duc-thuan.ts';

/** The year with some months changed; `null` is a month nobody filed. */
function year(changes: Record<string, Figures | null>, more: Partial<AnnualInput> = {}): AnnualModel {
  const input = ducThuan2021();
  const months = input.months.flatMap(({ period, figures }) => {
    const change = changes[period];
    return change === null ? [] : [{ period, figures: { ...figures, ...change } }];
  });
  return compileAnnual({ ...input, months, ...more });
}

const total = (model: AnnualModel, name: IndicatorName) => model.facts[name];

describe('the year of phường Đức Thuận', () => {
  const model = compileAnnual(ducThuan2021());

  it.each([
    ['carried_over', 0],
    ['received', 2217],
    ['received_online', 366],
    ['received_direct', 1851],
    ['resolved', 2211],
    ['resolved_early', 1947],
    ['resolved_on_time', 262],
    ['resolved_late', 2],
    ['pending_total', 6],
    ['pending_in_time', 6],
    ['pending_overdue', 0],
    ['late_reason', LATE_REASON],
    ['procedures_total', 163],
    ['procedures_amended', 0],
    ['procedures_new', 0],
    ['procedures_repealed', 0],
    ['audit_done', 1],
    ['audit_date', '2021-09-17'],
    ['minor_nonconformities', 1],
    ['major_nonconformities', 0],
    ['recommendations', 10],
    ['observations', 5],
    ['corrective_action_date', '2021-09-30'],
    ['management_review_date', '2021-09-30'],
    ['training_attendees', 2],
    ['training_courses_hosted', 0],
    ['dossiers_generated', 2246],
    ['announcement_count_in_year', 0],
    ['self_score', 4.75],
  ] as const)('has %s = %s, all months heard', (name, figure) => {
    expect(total(model, name)).toEqual({ value: figure, missing: [] });
  });

  it('has no gaps', () => {
    expect(model.gaps).toEqual([]);
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('never makes up the dossiers generated out of those received', () => {
    const { dossiers_generated: _, ...yearly } = ducThuan2021().yearly;
    const without = year({}, { yearly });
    expect(total(without, 'dossiers_generated')).toEqual({ missing: [] });
    expect(without.gaps).toEqual([{ what: 'dossiers_generated' }]);
  });
});

describe('a total', () => {
  it('names the months that kept silent beside what is known', () => {
    const model = year({ '2021-02': null, '2021-05': { received_online: NO_DATA } });
    expect(total(model, 'received')).toEqual({ value: 2217 - 160, missing: ['2021-02'] });
    expect(total(model, 'received_online')).toEqual({ value: 366 - 22 - 30, missing: ['2021-02', '2021-05'] });
    expect(model.gaps).toContainEqual({ what: 'received_online', months: ['2021-02', '2021-05'] });
  });

  it('is unknown, not 0, when no month said anything', () => {
    const model = compileAnnual({ ...ducThuan2021(), months: [] });
    expect(total(model, 'received')).not.toHaveProperty('value');
    expect(model.gaps).toContainEqual({ what: 'received' });
    expect(model.gaps).toContainEqual({ what: 'audit_done' });
  });

  it('counts "không phát sinh" as 0', () => {
    const nothing: Figures = { received: NIL, received_online: NIL, received_direct: NIL };
    expect(total(year({ '2021-02': nothing }), 'received')).toEqual({ value: 2217 - 160, missing: [] });
  });

  it('uses what follows from the other figures of a month, but not against "chưa có số liệu"', () => {
    const { received_direct: _, ...february } = ducThuan2021().months[1]?.figures ?? {};
    const input = ducThuan2021();
    const months = input.months.map((m) => (m.period === '2021-02' ? { ...m, figures: february } : m));
    expect(total(compileAnnual({ ...input, months }), 'received_direct')).toEqual({ value: 1851, missing: [] });
    expect(total(year({ '2021-02': { received_direct: NO_DATA } }), 'received_direct')).toEqual({
      value: 1851 - 138,
      missing: ['2021-02'],
    });
  });

  it('takes the stock carried over from the first month and the pending one from the last', () => {
    const model = year({ '2021-01': { carried_over: value(43) }, '2021-12': { pending_in_time: value(9) } });
    expect(total(model, 'carried_over')?.value).toBe(43);
    expect(total(model, 'pending_in_time')?.value).toBe(9);
  });

  it('is in doubt for a stock only where the months beyond it kept silent', () => {
    const model = year({ '2021-01': null, '2021-06': null, '2021-11': null, '2021-12': null });
    expect(total(model, 'carried_over')).toEqual({ value: 8, missing: ['2021-01'] });
    expect(total(model, 'pending_in_time')).toEqual({ value: 12, missing: ['2021-11', '2021-12'] });
    expect(total(model, 'procedures_total')).toEqual({ value: 163, missing: ['2021-11', '2021-12'] });
  });
});

describe('the months expected', () => {
  it.each([
    ['2021-01-01', '2021-12-31', periodsOfYear(2021)],
    ['2020-12-15', '2021-12-14', periodsOfYear(2021)],
    ['2022-01-01', '2022-10-04', periodsOfYear(2022).slice(0, 9)],
    ['2021-11-15', '2022-01-14', ['2021-12', '2022-01']],
    ['2021-03-01', '2021-03-30', []],
    ['2021-12-31', '2021-01-01', []],
  ])('from %s to %s are those that end inside', (from, to, periods) => {
    expect(expectedPeriods(from, to)).toEqual(periods);
  });

  it('are not asked for outside the window', () => {
    const { months, ...rest } = ducThuan2021();
    const model = compileAnnual({
      ...rest,
      months: months.slice(0, 9),
      window: { from: '2021-01-01', to: '2021-10-04' },
    });
    expect(model.gaps).toEqual([]);
    expect(total(model, 'pending_in_time')).toEqual({ value: 9, missing: [] });
  });
});

describe('the internal audit', () => {
  const audit = (date: string, more: Figures = {}): Figures => ({
    audit_done: value(true),
    audit_date: value(date),
    minor_nonconformities: value(3),
    major_nonconformities: NIL,
    recommendations: value(4),
    observations: value(2),
    ...more,
  });

  it('is counted by its days, and the latest one is reported', () => {
    const model = year({ '2021-03': audit('2021-03-10') });
    expect(total(model, 'audit_done')?.value).toBe(2);
    expect(total(model, 'audit_date')?.value).toBe('2021-09-17');
    expect(total(model, 'minor_nonconformities')?.value).toBe(1);
  });

  it('told twice is one audit, the later words completing the earlier', () => {
    const told = audit('2021-09-17', { observations: value(6) });
    const model = year({ '2021-10': told });
    expect(total(model, 'audit_done')?.value).toBe(1);
    expect(total(model, 'observations')?.value).toBe(6);
  });

  it('does not borrow findings from an earlier audit', () => {
    const model = year({ '2021-11': { audit_done: value(true), audit_date: value('2021-11-05') } });
    expect(total(model, 'recommendations')).toEqual({ missing: [] });
    expect(model.gaps.map((gap) => gap.what)).toContain('recommendations');
  });

  it('without its day is one audit with a gap', () => {
    const { audit_date: _, ...undated } = audit('');
    const input = ducThuan2021();
    const months = input.months.map(({ period, figures }) =>
      period === '2021-09' ? { period, figures: { received: value(1), ...undated } } : { period, figures },
    );
    const model = compileAnnual({ ...input, months });
    expect(total(model, 'audit_done')?.value).toBe(1);
    expect(total(model, 'audit_date')).toEqual({ missing: [] });
  });
});

describe('an internal audit', () => {
  it('that never was leaves no findings to miss', () => {
    const none: Figures = { audit_done: value(false) };
    const input = ducThuan2021();
    const names: IndicatorName[] = ['audit_date', 'minor_nonconformities', 'corrective_action_date'];
    const months = input.months.map(({ period, figures }) => ({
      period,
      figures: {
        ...Object.fromEntries(Object.entries(figures).filter(([name]) => !names.includes(name as IndicatorName))),
        ...none,
      },
    }));
    const model = compileAnnual({ ...input, months });
    expect(total(model, 'audit_done')).toEqual({ value: 0, missing: [] });
    expect(model.gaps).toEqual([]);
  });

  it('may hide in a month that was not filed, or has no data', () => {
    const model = year({ '2021-04': null, '2021-05': { audit_done: NO_DATA } });
    expect(total(model, 'audit_done')).toEqual({ value: 1, missing: ['2021-04', '2021-05'] });
  });

  it('with nothing found needs no corrective action', () => {
    const clean: Figures = { minor_nonconformities: NIL, recommendations: value(0), observations: value(0) };
    const model = year({ '2021-09': { ...clean, corrective_action_date: NO_DATA } });
    expect(model.gaps).toEqual([]);
  });

  it('with findings and no corrective action has a gap', () => {
    expect(year({ '2021-09': { corrective_action_date: NO_DATA } }).gaps).toEqual([{ what: 'corrective_action_date' }]);
  });
});

describe('late dossiers', () => {
  it('have each reason once, in the order of the months', () => {
    const model = year({ '2021-05': { late_reason: value('do mất điện.') } });
    expect(total(model, 'late_reason')?.value).toBe(`do mất điện; ${LATE_REASON}`);
  });

  it('name the months that gave no reason', () => {
    expect(year({ '2021-05': { late_reason: NO_DATA } }).gaps).toEqual([{ what: 'late_reason', months: ['2021-05'] }]);
    const silent = year({ '2021-05': { late_reason: NO_DATA }, '2021-10': { late_reason: value(' ') } });
    expect(silent.gaps).toEqual([{ what: 'late_reason' }]);
  });

  it('that were none need no reason', () => {
    const none: Figures = { resolved_late: NIL, late_reason: NO_DATA };
    const model = year({ '2021-05': none, '2021-10': none });
    expect(total(model, 'late_reason')).toBeUndefined();
    expect(model.gaps).toEqual([]);
  });
});

describe('the answers of the year', () => {
  it('lacking are gaps by their names; "không" is an answer', () => {
    const { strengths: _, ...yearly } = ducThuan2021().yearly;
    const model = year({}, { yearly: { ...yearly, proposals: NIL, self_score: NO_DATA, inspections_received: NIL } });
    expect(model.gaps).toEqual([{ what: 'self_score' }, { what: 'strengths' }]);
  });

  it('take the difficulties from the months where the year was not asked', () => {
    const { year_difficulties: _, ...yearly } = ducThuan2021().yearly;
    const hard: Figures = { difficulties: value('phần mềm chậm.') };
    const model = year({ '2021-03': hard, '2021-04': hard, '2021-05': { difficulties: NIL } }, { yearly });
    expect(total(model, 'year_difficulties')).toEqual({ value: 'phần mềm chậm', missing: [] });
  });
});

describe('the documents', () => {
  it.each(['quality_policy', 'quality_objectives', 'maintenance_plan', 'audit_plan'] as const)(
    'of every year are missed: %s',
    (role) => {
      const model = year({}, { documents: DOCUMENTS.filter((one) => one.role !== role) });
      expect(model.gaps).toEqual([{ what: role }]);
    },
  );

  it.each(['document_list', 'steering_committee_renewed', 'qms_document_set'] as const)(
    'of some years are not: %s',
    (role) => {
      expect(year({}, { documents: DOCUMENTS.filter((one) => one.role !== role) }).gaps).toEqual([]);
    },
  );
});

describe('the rates offered to templates', () => {
  it('are of the dossiers received, cut off after two decimals', () => {
    const { fields } = compileAnnual(ducThuan2021());
    expect([fields['Tỷ lệ trực tuyến'], fields['Tỷ lệ đúng hạn'], fields['Tỷ lệ quá hạn']]).toEqual([
      '16,50',
      '99,63',
      '0,09',
    ]);
  });

  it('are not computed from part of a year', () => {
    expect(year({ '2021-02': null }).fields['Tỷ lệ trực tuyến']).toBe('[chưa có số liệu]');
  });
});
