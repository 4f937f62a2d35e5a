/** An invented letter with one obligation, right as it stands, for tests to spoil. */
export const DUE = { kind: 'fixed', day: 15, month: 11, exclusive: true };
export const work = {
  id: 'AB-1',
  title: { vi: 'Báo cáo', en: 'Report' },
  appliesTo: { kinds: ['ward'] },
  recurrence: 'yearly',
  evidence: { roles: [] },
  legalBasis: [],
  escalation: { coordinatorAfter: 1, leaderAfter: 5 },
};
export const letter = {
  id: 'thu-mot',
  citation: {
    type: 'Công văn/Văn bản',
    number: '12',
    year_in_code: null,
    symbol: 'UBND',
    date: '2026-01-05',
    issuer: null,
    subject: 'áp dụng ISO',
    raw: 'Văn bản số 12/UBND',
  },
  validFrom: '2026-01-05',
  obligations: [work],
};
export const passing = { forwards: 'thu-mot', extendsTo: ['ward'] };
export const printed = (fields: object) => JSON.stringify({ ...letter, ...fields }, null, 2);
/** The letter with one obligation that differs from what is right. */
export const asking = (fields: object) => printed({ obligations: [{ ...work, ...fields }] });
export const onEvent = { recurrence: 'on_event', trigger: 'internal_audit' };

/** The line on which the text first shows these words: where a person must be sent. */
export const lineWith = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;
