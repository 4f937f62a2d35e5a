/** Draws one message: its text, its picture or file, its time, and its choices as rows of buttons. */
import { fileAddress } from './api.js';
import { timeOf } from './days.js';
import { el, icon } from './dom.js';
import { language, t } from './words.js';

const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 });

/** "312 kB", "1,4 MB". */
const sizeOf = (bytes) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${number.format(bytes / 1_000_000)} MB`;

/**
 * The element of one message.
 * @param onTap told the choice that was tapped
 * @param onPicture told when a picture has taken its room
 */
export function bubble(phone, entry, onTap, onPicture) {
  const mine = entry.from === 'person';
  const body = el('div', { class: 'bubble' }, el('span', { class: 'unseen' }, `${t(mine ? 'you' : 'bot')}: `));
  if (entry.file?.show === 'picture') body.append(picture(phone, entry, onPicture));
  if (entry.text !== '') body.append(el('p', { class: 'text' }, entry.text));
  if (entry.file?.show === 'document') body.append(card(phone, entry));
  const moment = el('time', { class: 'time', datetime: new Date(entry.at).toISOString() }, timeOf(entry.at));
  body.append(moment);
  const row = el('div', { class: mine ? 'message mine' : 'message', 'data-id': entry.id }, body);
  if (entry.choices?.length) row.append(keyboard(entry, onTap));
  return row;
}

function picture(phone, entry, onPicture) {
  const address = fileAddress(phone, entry.id);
  const image = el('img', { class: 'picture', src: address, alt: t('picture', { name: entry.file.name }) });
  image.addEventListener('load', onPicture);
  return el('a', { href: address, target: '_blank', rel: 'noopener' }, image);
}

function card(phone, { id, file }) {
  const ending = /\.([^.]{1,5})$/.exec(file.name)?.[1] ?? '';
  return el(
    'a',
    { class: 'card', href: fileAddress(phone, id), download: file.name },
    el('span', { class: 'card-kind', 'aria-hidden': 'true' }, ending.toUpperCase()),
    el(
      'span',
      { class: 'card-words' },
      el('span', { class: 'card-name' }, file.name),
      el('span', { class: 'card-size' }, `${t('download')} · ${sizeOf(file.size)}`),
    ),
    icon('download'),
  );
}

function keyboard(entry, onTap) {
  const rows = entry.choices.map((row) =>
    el(
      'div',
      { class: 'keys-row' },
      ...row.map((choice) =>
        el(
          'button',
          { class: 'key', type: 'button', 'data-choice': choice.id, onclick: () => onTap(choice) },
          choice.label,
        ),
      ),
    ),
  );
  return el('div', { class: 'keys' }, ...rows);
}

/**
 * Marks the buttons that were used. A message is spent once it was answered or the conversation went on; its buttons
 * stay, for the bot answers a late tap politely.
 * @param entries in order, from the bot and the person, the unsent last
 * @param rowOf gives the element of a message of the bot
 */
export function markSpent(entries, rowOf) {
  const tapped = new Map();
  for (const { tapped: tap } of entries)
    if (tap) tapped.set(tap.message, (tapped.get(tap.message) ?? new Set()).add(tap.id));
  let answered = false;
  let wentOn = false;
  for (const entry of entries.toReversed()) {
    if (entry.from === 'person') {
      answered ||= wentOn;
      continue;
    }
    if (entry.choices?.length) {
      const taps = tapped.get(entry.id);
      mark(rowOf(entry), answered || (taps !== undefined && !entry.multiple), taps ?? new Set());
      answered = true;
    }
    wentOn = true;
  }
}

function mark(row, spent, taps) {
  row.classList.toggle('spent', spent);
  for (const key of row.querySelectorAll('.key')) {
    const chosen = taps.has(key.dataset.choice);
    key.classList.toggle('chosen', chosen);
    if (chosen) key.setAttribute('aria-label', `${key.textContent}, ${t('chosen')}`);
  }
}
