/** Reads multipart/form-data as grammY writes it: file names without quotes, "attach://" fields pointing to files. */

export interface Form {
  fields: Record<string, string>;
  files: Map<string, { name: string; bytes: Buffer }>;
}

/** @throws {Error} where it is no form with this boundary */
export function readForm(body: Buffer, boundary: string): Form {
  const form: Form = { fields: {}, files: new Map() };
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  if (at !== 0) throw new Error('the form does not begin with its boundary');
  while (
    !body
      .subarray(at + mark.length)
      .subarray(0, 2)
      .equals(Buffer.from('--'))
  ) {
    const from = at + mark.length + 2;
    const to = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), from);
    if (to < 0) throw new Error('the form does not end with its boundary');
    addPart(form, body.subarray(from, to));
    at = to + 2;
  }
  return form;
}

function addPart(form: Form, part: Buffer): void {
  const end = part.indexOf('\r\n\r\n');
  const head = part.subarray(0, end).toString('utf8');
  const content = part.subarray(end + 4);
  const name = /\bname="([^"]*)"/.exec(head)?.[1];
  if (end < 0 || name === undefined) throw new Error('a part of the form has no name');
  const file = /filename=(?:"([^"]*)"|([^;\r\n]*))/.exec(head);
  if (file) form.files.set(name, { name: file[1] ?? file[2] ?? '', bytes: content });
  else form.fields[name] = content.toString('utf8');
}
