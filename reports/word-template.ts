/**
 * Word files with fields: `{Tên đơn vị}` becomes a text, `{#Danh sách}…{/Danh sách}` repeats, `{#Có quá hạn}…` stands
 * under a condition, `{^Có quá hạn}…` under its opposite. Field names are compared composed (NFC), without case and
 * with runs of spaces as one, because Word and people write them in every form. A text in brackets that says something
 * is missing ("[chưa có số liệu]") comes out highlighted, whatever the template looks like around it.
 */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { normalise } from '../domain/text.ts';
import { highlightMissing } from './word-text.ts';

/** A text, a condition, or the rows of a list. */
export type Field = string | boolean | Record<string, string>[];
export type Fields = Record<string, Field>;

/** Templates of reports have some 30 kB; more than this is no template (pictures, a scan). Bytes. */
export const TEMPLATE_SIZE_MAX = 2 * 1024 * 1024;
/** What a template may unpack to. A zip of zeroes grows a thousandfold; a report's XML has some 300 kB. Bytes. */
export const TEMPLATE_UNPACKED_MAX = 20 * 1024 * 1024;

/** What can be wrong with a template. `field` is the field or words it is about, as the template's author wrote them. */
export interface TemplateProblem {
  problem:
    | 'not_word'
    | 'too_large'
    | 'unknown_field'
    | 'not_a_text'
    | 'unclosed_brace'
    | 'unopened_brace'
    | 'unclosed_section'
    | 'unopened_section'
    | 'crossed_sections'
    | 'raw_field'
    | 'damaged';
  field: string;
}

/** What a template cannot be used for; carries every problem found. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly problems: TemplateProblem[];

  constructor(problems: TemplateProblem[]) {
    super(
      `the template has ${problems.length} problem(s): ${problems.map((p) => `${p.problem} ${p.field}`).join('; ')}`,
    );
    this.problems = problems;
  }
}

/** The words for a field that a template asks for and nobody knows. */
export const unknownField = (field: string): string => `[không có trường: ${field}]`;

const key = (tag: string): string => normalise(tag).replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Fills a template. Control characters in texts are dropped, line breaks kept. A field the template asks for and
 * `fields` does not have is printed as a highlighted `unknownField`. Throws TemplateError when the template is broken.
 */
export function fillTemplate(template: Uint8Array, fields: Fields): Uint8Array {
  const document = open(template, [], (field) => unknownField(field));
  document.render(keyed(fields));
  const zip = document.getZip();
  for (const file of zip.file(/^word\/(document|header\d*|footer\d*)\.xml$/)) {
    zip.file(file.name, highlightMissing(file.asText()));
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Everything wrong with a template, given what a filled one could look like; an empty list when it can be used. */
export function templateProblems(template: Uint8Array, sample: Fields): TemplateProblem[] {
  const tags: Tag[] = [];
  const homeless: TemplateProblem[] = [];
  try {
    const document = open(template, tags, (field) => {
      homeless.push({ problem: 'unknown_field', field });
      return '';
    });
    document.render(keyed(sample));
    return unique([...fieldProblems(tags, sample), ...homeless]);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // Around a broken brace the library sees a field without a name.
    const named = tags.filter((tag) => tag.value !== '');
    return unique([...error.problems, ...fieldProblems(named, sample)]);
  }
}

interface Tag {
  value: string;
  written: string;
  section: boolean;
  raw: boolean;
}

/** Compiles a template, noting its tags; `onUnknown` gives the text for a field that has no value. */
function open(template: Uint8Array, tags: Tag[], onUnknown: (field: string) => string): Docxtemplater<PizZip> {
  const zip = unzip(template);
  try {
    return new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      parser: (tag) => ({ get: (scope: unknown) => lookUp(scope, tag) }),
      nullGetter: (part) => (part.module ? undefined : onUnknown(part.raw.trim())),
      modules: [tagReader(tags)],
    });
  } catch (error) {
    throw new TemplateError(unique(compileProblems(error)));
  }
}

function unzip(template: Uint8Array): PizZip {
  if (template.byteLength > TEMPLATE_SIZE_MAX) throw new TemplateError([{ problem: 'too_large', field: '' }]);
  let zip: PizZip;
  try {
    zip = new PizZip(template);
  } catch {
    throw new TemplateError([{ problem: 'not_word', field: '' }]);
  }
  if (zip.file('word/document.xml') === null) throw new TemplateError([{ problem: 'not_word', field: '' }]);
  if (unpackedSize(template) > TEMPLATE_UNPACKED_MAX) throw new TemplateError([{ problem: 'too_large', field: '' }]);
  return zip;
}

/**
 * The unpacked size the zip's directory declares, read before anything is unpacked: the signature of an entry is
 * PK\x01\x02, and its size stands 24 bytes on.
 */
function unpackedSize(template: Uint8Array): number {
  const view = new DataView(template.buffer, template.byteOffset, template.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= template.byteLength; at += 1) {
    if (view.getUint32(at) === 0x504b0102) size += view.getUint32(at + 24, true);
  }
  return size;
}

/** Makes every field name comparable before the sections are paired, and notes what the template asks for. */
function tagReader(tags: Tag[]): Docxtemplater.DXT.Module {
  return {
    name: 'tag-reader',
    priority: 1,
    postparse(parts) {
      for (const part of parts) {
        if (part.type !== 'placeholder') continue;
        part.raw ??= part.value;
        part.value = key(part.value);
        const written = part.raw.replace(/^[#^/@]/, '').trim();
        tags.push({ value: part.value, written, section: part.module === 'loop', raw: part.module === 'rawxml' });
      }
      return parts;
    },
  };
}

/** Field names of the values, brought to the form of the template's, and their texts to what Word can hold. */
function keyed(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [key(name), held(field)]));
}

function held(field: Field): Field {
  if (Array.isArray(field)) return field.map((row) => keyed(row) as Record<string, string>);
  return typeof field === 'string' ? field.normalize('NFC').replace(NO_CHARACTER, '') : field;
}

/** Halves of characters and U+FFFE/U+FFFF, which XML cannot hold; control characters the library drops itself. */
const NO_CHARACTER = /[\p{Surrogate}\uFFFE\uFFFF]/gu;

function lookUp(scope: unknown, tag: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, tag)) return undefined;
  return (scope as Record<string, unknown>)[tag];
}

/** Fields nobody knows, raw XML, and conditions or lists written where a text belongs. */
function fieldProblems(tags: Tag[], sample: Fields): TemplateProblem[] {
  const known = new Map(Object.entries(keyed(sample)));
  const columns = new Set(
    [...known.values()].flatMap((field) => (Array.isArray(field) ? field : [])).flatMap(Object.keys),
  );
  const problems: TemplateProblem[] = [];
  for (const tag of tags) {
    const field = known.get(tag.value);
    if (tag.raw) problems.push({ problem: 'raw_field', field: tag.written });
    else if (field === undefined && !columns.has(tag.value))
      problems.push({ problem: 'unknown_field', field: tag.written });
    else if (!tag.section && field !== undefined && typeof field !== 'string') {
      problems.push({ problem: 'not_a_text', field: tag.written });
    }
  }
  return problems;
}

const PROBLEM_OF_ID: Readonly<Record<string, TemplateProblem['problem']>> = {
  unclosed_tag: 'unclosed_brace',
  duplicate_open_tag: 'unclosed_brace',
  unopened_tag: 'unopened_brace',
  duplicate_close_tag: 'unopened_brace',
  unclosed_loop: 'unclosed_section',
  unopened_loop: 'unopened_section',
  closing_tag_does_not_match_opening_tag: 'crossed_sections',
  unbalanced_loop_tags: 'crossed_sections',
  raw_xml_tag_should_be_only_text_in_paragraph: 'raw_field',
  filetype_not_identified: 'not_word',
  filetype_not_handled: 'not_word',
};

/** The library's errors, all of them, in our words. Its errors carry an id, the tag, and for several a list. */
function compileProblems(error: unknown): TemplateProblem[] {
  const { properties } = error as { properties?: LibraryError };
  if (properties === undefined) throw error;
  if (properties.errors) return properties.errors.flatMap(compileProblems);
  const field = properties.xtag ?? [properties.openingtag, properties.closingtag].filter(Boolean).join(' … ');
  return [{ problem: PROBLEM_OF_ID[properties.id] ?? 'damaged', field: field.trim() }];
}

interface LibraryError {
  id: string;
  xtag?: string;
  openingtag?: string;
  closingtag?: string;
  errors?: unknown[];
}

/** One line for each mistake, however often the template makes it. */
function unique(problems: TemplateProblem[]): TemplateProblem[] {
  const found = new Map<string, TemplateProblem>();
  for (const one of problems) {
    const mistake = `${one.problem} ${key(one.field)}`;
    if (!found.has(mistake)) found.set(mistake, one);
  }
  return [...found.values()];
}
