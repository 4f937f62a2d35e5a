/** The first screen of a phone: whose it is. */
import { avatar, el } from './dom.js';
import { t } from './words.js';

/** From this many people on, there is a line to search by. */
const SEARCH_FROM = 8;

/** Without case and diacritics, đ as d. */
const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/**
 * @param people {id, name, note, hue} in order
 * @param taken ids open on another phone
 * @param onChoose told the person
 */
export function chooser(people, taken, onChoose) {
  const list = el('ul', { class: 'people' });
  const none = el('p', { class: 'quiet', hidden: true }, t('foundNone'));
  const rows = people.map((person) => {
    const away = taken.has(person.id);
    const words = el(
      'span',
      { class: 'person-words' },
      el('span', { class: 'person-name' }, person.name),
      el('span', { class: 'person-note' }, away ? t('taken') : person.note),
    );
    const button = el('button', { class: 'person', type: 'button', disabled: away, onclick: () => onChoose(person) });
    button.append(avatar(person), words, el('span', { class: 'unread', 'data-unread-of': person.id, hidden: true }));
    const item = el('li', {}, button);
    list.append(item);
    return { item, words: fold(`${person.name} ${person.note}`) };
  });
  const find = el('input', { class: 'find', type: 'search', placeholder: t('find'), 'aria-label': t('find') });
  find.addEventListener('input', () => {
    const wanted = fold(find.value.trim());
    for (const { item, words } of rows) item.hidden = !words.includes(wanted);
    none.hidden = rows.some(({ item }) => !item.hidden);
  });
  return el(
    'div',
    { class: 'chooser' },
    el('h2', { class: 'chooser-title' }, t('choose')),
    el('p', { class: 'chooser-hint' }, t('chooseHint')),
    people.length >= SEARCH_FROM ? find : undefined,
    list,
    none,
  );
}

/** Shows beside each person how many of their messages nobody has looked at. */
export function markUnread(root, countOf) {
  for (const mark of root.querySelectorAll('[data-unread-of]')) {
    const count = countOf(mark.dataset.unreadOf);
    mark.textContent = String(count);
    mark.hidden = count === 0;
  }
}
