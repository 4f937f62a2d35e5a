/**
 * Which directives apply: those of the program the operator chose, and those issued by chat, which are checked by the
 * same rules as the files.
 */
import type { Directive, DirectiveId } from '../domain/directive.ts';
import { parseDirective } from './directives.ts';

/**
 * The files the setting DIRECTIVES names, in the order of the files; all where it is not set.
 * @throws {Error} naming an id no file has, and those there are
 */
export function chosenDirectives(files: readonly Directive[], ids: readonly DirectiveId[] | undefined): Directive[] {
  if (ids === undefined) return [...files];
  const known = files.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new Error(`DIRECTIVES: không có văn bản chỉ đạo "${unknown}". Ghi một hoặc nhiều trong: ${known.join(', ')}`);
  }
  return files.filter(({ id }) => ids.includes(id));
}

/**
 * Files and issued ones together: an issued one of a file's id stands in its place.
 * @throws {Error} where a stored one is not as a directive must be
 */
export function withIssued(
  files: readonly Directive[],
  issued: readonly { code: string; data: string }[],
): readonly Directive[] {
  const own = new Map(issued.map(({ code, data }) => [code, parseDirective(data, `directives/${code}`)]));
  const standing = files.map((file) => own.get(file.id) ?? file);
  const added = [...own].flatMap(([code, directive]) => (files.some(({ id }) => id === code) ? [] : [directive]));
  return [...standing, ...added];
}
