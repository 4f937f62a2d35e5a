/** How a file of the bot reaches a browser: a name that is safe to save, a type that is safe to open. */

/** Longest name offered for saving, in characters; Windows takes 255 with the whole path. */
const NAME_MAX = 120;
/** Longest ending kept, with its dot. */
const ENDING_MAX = 10;
/** Largest file sent; the limit of Telegram for bots is 50 MB and our reports are far below 1 MB. */
export const FILE_BYTES_MAX = 20_000_000;
/** Pictures a browser draws without running anything. SVG can carry a script, so it is offered as a download. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A file name without path, control or direction-changing characters, short, never empty and never hidden. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return 'file';
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= ENDING_MAX ? plain.slice(dot) : '';
  const stem = ending === '' ? plain : plain.slice(0, dot);
  const short = stem.slice(0, NAME_MAX - ending.length).replace(/\p{Cs}/gu, '');
  return `${short}${ending}`;
}

/** True when the page may show it inline. */
export const isPicture = (mime: string): boolean => PICTURES.has(mime);

/** The headers of a file: inline for a picture, else a download named in Vietnamese (RFC 6266, RFC 8187). */
export function headersOf(file: { name: string; mime: string; size: number }): Record<string, string> {
  const inline = isPicture(file.mime);
  const ascii = file.name
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/[^\u0020-\u007e]/g, '')
    .replace(/["\\%]/g, '-');
  const encoded = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return {
    'content-type': inline || /^application\/[\w.+-]+$/.test(file.mime) ? file.mime : 'application/octet-stream',
    'content-length': String(file.size),
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
  };
}
