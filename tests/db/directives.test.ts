/** Directives issued by chat: kept by revision, read as the same list until one changes, and never half. */
import { describe, expect, it } from 'vitest';
import { issueDirective, issuedDirectives } from '../../db/directives.ts';
import { temporaryArchive } from '../support/archive.ts';

const said = (at: number) => ({ person: 1, at });

describe('directives issued by chat', () => {
  it('are none in a new archive', () => {
    expect(issuedDirectives(temporaryArchive().archive.read)).toEqual([]);
  });

  it('are read as written, the newest revision of each, in the order first issued', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      issueDirective(tx, 'mot', { id: 'mot', note: 'đầu' }, said(1));
      issueDirective(tx, 'hai', { id: 'hai' }, said(2));
      issueDirective(tx, 'mot', { id: 'mot', note: 'sau' }, said(3));
    });
    expect(issuedDirectives(archive.read).map(({ code, data }) => [code, JSON.parse(data) as unknown])).toEqual([
      ['mot', { id: 'mot', note: 'sau' }],
      ['hai', { id: 'hai' }],
    ]);
  });

  it('keep every earlier revision with who issued it and when', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const at of [1, 2, 3]) issueDirective(tx, 'mot', { id: 'mot', at }, said(at));
    });
    const rows = archive.sqlite.prepare('select revision, current, issued_at from directives order by id').all();
    expect(rows).toEqual([
      { revision: 1, current: 0, issued_at: 1 },
      { revision: 2, current: 0, issued_at: 2 },
      { revision: 3, current: 1, issued_at: 3 },
    ]);
  });

  it('are the same list until one is issued', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => issueDirective(tx, 'mot', { id: 'mot' }, said(1)));
    const before = issuedDirectives(archive.read);
    expect(issuedDirectives(archive.read)).toBe(before);
    archive.write((tx) => {
      issueDirective(tx, 'hai', { id: 'hai' }, said(2));
      expect(issuedDirectives(tx)).toHaveLength(2);
    });
    expect(issuedDirectives(archive.read)).not.toBe(before);
  });

  it('of a turn taken back are not there, also when the next takes the same row', () => {
    const { archive } = temporaryArchive();
    expect(() =>
      archive.write((tx) => {
        issueDirective(tx, 'sai', { id: 'sai' }, said(1));
        expect(issuedDirectives(tx)).toHaveLength(1);
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    expect(issuedDirectives(archive.read)).toEqual([]);
    archive.write((tx) => issueDirective(tx, 'dung', { id: 'dung' }, said(2)));
    expect(issuedDirectives(archive.read).map(({ code }) => code)).toEqual(['dung']);
  });
});
