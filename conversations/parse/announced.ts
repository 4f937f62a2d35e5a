/**
 * "Thông báo: …" and "thông báo tới tất cả: …": an announcement told in one message, its text as it was typed and the
 * words for whom it is, which are looked up by whoever knows the units.
 */

export interface Announced {
  /** Behind the colon, as typed. */
  text?: string;
  /** The words between "thông báo tới" and the colon. */
  to?: string;
}

const OPENING = String.raw`^\s*\/?\s*(?:gửi\s+|gui\s+)?(?:thông\s*báo|thong\s*bao|broadcast|announcement)`;
const WITH_TEXT = new RegExp(String.raw`${OPENING}\s*[:：]\s*(\S[\s\S]*)$`, 'iu');

/** Words for an audience are a few names; more would be the text of a message that happens to have a colon. */
const TO = String.raw`\s+(?:gửi\s+|gui\s+)?(?:tới|toi|đến|den|cho|to)\s+([^:：\n]{1,200}?)\s*`;
const TO_WITH_TEXT = new RegExp(String.raw`${OPENING}${TO}[:：]\s*(\S[\s\S]*)$`, 'iu');
const TO_ALONE = new RegExp(String.raw`${OPENING}${TO}[.!]?\s*$`, 'iu');

/** Reads such a message; undefined for any other, and for "thông báo" alone. */
export function readAnnounced(typed: string): Announced | undefined {
  const source = typed.normalize('NFC');
  const text = WITH_TEXT.exec(source)?.[1]?.trim();
  if (text !== undefined) return { text };
  const [, to, told] = TO_WITH_TEXT.exec(source) ?? [];
  if (to !== undefined && told !== undefined) return { to, text: told.trim() };
  const alone = TO_ALONE.exec(source)?.[1];
  return alone === undefined ? undefined : { to: alone };
}
