/** What an announcement says: typed, or the caption of a picture; the picture is never taken without its words. */
import { describe, expect, it } from 'vitest';
import type { Answers, Json } from '../../../conversations/form.ts';
import { advanceByPicture, answersOf, type Form, freshForm } from '../../../conversations/form.ts';
import { announcementOf } from '../../../conversations/forms/broadcast.ts';
import { pictureIn, textField } from '../../../conversations/forms/broadcast-text.ts';
import { BROADCAST_TEXT_MAX } from '../../../domain/broadcast.ts';
import type { Picture } from '../../../domain/message.ts';

const PICTURE: Picture = { channel: 'telegram', account: 'bot', ref: 'AgACAgUAAx' };
const TAKES = { takesPictures: true };

const read = (caption: string | undefined, answers: Answers = {}) =>
  textField(answers, TAKES).takesPicture?.(PICTURE, caption);

describe('the text of an announcement', () => {
  it.each<[string, string | undefined, Record<string, Json>]>([
    ['its caption', 'Lịch họp', { picture: { ...PICTURE }, text: 'Lịch họp' }],
    ['its caption, as it was typed', ' Lịch họp\nPhòng 2 ', { picture: { ...PICTURE }, text: 'Lịch họp\nPhòng 2' }],
    [
      'its caption, up to the bound',
      'a'.repeat(BROADCAST_TEXT_MAX),
      { picture: { ...PICTURE }, text: 'a'.repeat(BROADCAST_TEXT_MAX) },
    ],
    ['a word that means something elsewhere', 'thôi', { picture: { ...PICTURE }, text: 'thôi' }],
    ['still to be typed without a caption', undefined, { picture: { ...PICTURE } }],
    ['still to be typed behind an empty caption', '  ', { picture: { ...PICTURE } }],
  ])('sent as a picture is %s', (_, caption, answers) => {
    expect(read(caption)).toEqual({ kind: 'mend', fields: [], answers });
  });

  it('too long under a picture is refused, and the picture with it', () => {
    expect(read('a'.repeat(BROADCAST_TEXT_MAX + 1))).toMatchObject({
      kind: 'unread',
      lines: [{ key: 'broadcast-too-long', args: { n: BROADCAST_TEXT_MAX + 1 } }],
    });
  });

  it.each([
    ['nothing is there yet', {}, true, 'broadcast-ask-text-or-picture'],
    ['the door hands over no pictures', {}, false, 'broadcast-ask-text'],
    ['a picture is there', { picture: { ...PICTURE } }, true, 'broadcast-picture-taken'],
  ])('is asked for where %s', (_, answers, takesPictures, key) => {
    expect(textField(answers, { takesPictures }).lines).toEqual([{ key }]);
  });

  it('is asked for in the same form, whose picture then waits', () => {
    const form = { name: 'f', version: 1, heading: () => [], parse: () => ({}) } as unknown as Form<object, object>;
    form.plan = (_subject, answers) => ({ field: textField(answers, TAKES), of: 1 });
    const desk = { form, state: freshForm({}), facts: {}, context: { now: 0, today: '2026-11-10' } };
    const step = advanceByPicture(desk, PICTURE);
    expect(step.effects).toMatchObject([{ do: 'say', say: { lines: [{ key: 'broadcast-picture-taken' }] } }]);
    expect(step.state && pictureIn(answersOf(step.state))).toEqual(PICTURE);
  });
});

describe('the announcement', () => {
  const complete = { text: 'Lịch họp', audience: { kind: 'all' }, send: 'now' };

  it.each<[string, Answers, Picture | undefined]>([
    ['with the picture laid down', { ...complete, picture: { ...PICTURE } }, PICTURE],
    ['without one', complete, undefined],
  ])('goes out %s', (_, answers, picture) => {
    expect(announcementOf(answers).picture).toEqual(picture);
  });

  it.each<[string, Json]>([
    ['a word', 'ảnh'],
    ['nothing', null],
    ['a reference without its door', { ref: 'a' }],
  ])('of a state that holds %s for a picture is none of ours', (_, picture) => {
    expect(() => announcementOf({ ...complete, picture })).toThrow();
  });
});
