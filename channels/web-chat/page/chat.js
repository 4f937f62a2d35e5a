/** The open conversation of one phone: its messages in order, what waits to be sent, and the line to write in. */
import { bubble, markSpent } from './bubble.js';
import { composer } from './composer.js';
import { dayName, dayOf } from './days.js';
import { el, icon } from './dom.js';
import { saw } from './unread.js';
import { Unsent } from './unsent.js';
import { t } from './words.js';

/** How near to its end the list counts as read to the end, in pixels. */
const NEAR_END = 80;
/** How long "typing" is believed without a message. */
const TYPING_MS = 12_000;

export class Chat {
  epoch = '';
  seq = 0;
  #person;
  #settings;
  #unsent;
  #entries = [];
  #rows = new Map();
  #waiting = new Map();
  #typingTimer;
  #typing = el('div', { class: 'message typing', hidden: true }, dots());
  #empty = el('p', { class: 'quiet' }, t('loading'));
  #older = el('p', { class: 'quiet', hidden: true });
  #jump;
  #list;
  #line = el('p', { class: 'broken-line', role: 'status', hidden: true });

  constructor(person, settings) {
    this.#person = person;
    this.#settings = settings;
    this.#list = el('div', {
      class: 'messages',
      role: 'log',
      'aria-live': 'off',
      tabindex: '0',
      'aria-label': t('messages', person),
    });
    this.#list.append(this.#older, this.#empty, this.#typing);
    this.#list.addEventListener('scroll', () => this.#nearEnd() && this.#jump.setAttribute('hidden', ''), {
      passive: true,
    });
    this.#jump = el('button', { class: 'jump', type: 'button', hidden: true }, icon('down'), t('newMessages'));
    this.#jump.addEventListener('click', () => this.#toEnd('smooth'));
    this.#unsent = new Unsent(person.id, () => this.#showWaiting());
    this.write = composer(person, settings, (text, picture) => {
      if (picture) this.#say({ kind: 'picture', caption: text }, picture);
      else this.#say({ kind: 'text', text });
    });
    this.root = el(
      'div',
      { class: 'chat' },
      this.#line,
      this.#list,
      el('div', { class: 'jump-place' }, this.#jump),
      this.write.root,
    );
    new ResizeObserver(() => this.#atEnd && this.#toEnd()).observe(this.#list);
  }

  #atEnd = true;
  #looking = false;

  get id() {
    return this.#person.id;
  }

  /** One entry of the history, new or of old. */
  onEntry(entry, epoch) {
    if (epoch === this.epoch && entry.seq <= this.seq) return;
    this.epoch = epoch;
    this.seq = entry.seq;
    const stay = this.#nearEnd();
    if (this.#entries.length === 0 && entry.seq > 1) {
      this.#older.textContent = t('older', { max: this.#settings.shownMax });
      this.#older.hidden = false;
    }
    const row = this.#draw(entry);
    this.#waiting.get(entry.id)?.remove();
    this.#waiting.delete(entry.id);
    if (entry.from === 'bot') {
      this.#rows.set(entry.id, row);
      this.#typing.hidden = true;
    }
    const [firstWaiting] = this.#waiting.values();
    if (!this.#putInPlace(entry, row)) {
      this.#entries.push(entry);
      this.#place(row, firstWaiting ?? this.#typing, true);
    }
    this.#showWaiting();
    this.#onLook();
    if (stay || entry.from === 'person') this.#toEnd();
    else this.#jump.hidden = false;
  }

  /** Notes, once a frame is drawn, that everything here is on the screen; a page in the background draws none. */
  #onLook() {
    if (this.#looking) return;
    this.#looking = true;
    requestAnimationFrame(() => {
      this.#looking = false;
      if (this.root.offsetParent === null) return;
      saw(this.id, this.epoch, this.seq);
      this.#settings.onSeen();
    });
  }

  /** Another day has come: "today" is another one. */
  renameDays() {
    for (const day of this.#list.querySelectorAll('.day span')) day.textContent = dayName(Number(day.dataset.at));
  }

  /** The history was begun anew. */
  onReset() {
    for (const child of Array.from(this.#list.children)) {
      if (![this.#typing, this.#empty, this.#older].includes(child)) child.remove();
    }
    this.#entries = [];
    this.#rows.clear();
    this.#waiting.clear();
    this.#older.hidden = true;
    this.epoch = '';
    this.seq = 0;
    this.#showWaiting();
  }

  onTyping() {
    this.#typing.hidden = false;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#hideTyping(), TYPING_MS);
    if (this.#nearEnd()) this.#toEnd();
  }

  /** The line to the service is up (everything missed has arrived) or broken. */
  onLine(up) {
    this.#line.hidden = up;
    this.#line.textContent = up ? '' : t('offline');
    if (!up) return this.#hideTyping();
    this.#empty.textContent = t('empty');
    this.#list.setAttribute('aria-live', 'polite');
    void this.#unsent.send();
  }

  /** Another tab sent or added something. */
  refresh() {
    this.#showWaiting();
  }

  #say(said, picture) {
    this.#unsent.add(said, picture);
    this.#toEnd();
    if (this.#line.hidden) this.onTyping();
  }

  #hideTyping() {
    this.#typing.hidden = true;
  }

  #draw(entry) {
    const onTap = ({ id, label }) => this.#say({ kind: 'choice', id, label, message: entry.id });
    const row = bubble(this.id, entry, onTap, () => this.#atEnd && this.#toEnd());
    row.dataset.day = dayOf(entry.at);
    row.dataset.at = String(entry.at);
    return row;
  }

  /**
   * Shows a message where the one it replaces stood, and takes away the taps that brought it about: the message says
   * itself what was chosen. Answers false where there is none such.
   */
  #putInPlace(entry, row) {
    const old = this.#rows.get(entry.replaces);
    if (old === undefined) return false;
    row.dataset.day = old.dataset.day;
    row.classList.toggle('follows', old.classList.contains('follows'));
    old.replaceWith(row);
    this.#rows.delete(entry.replaces);
    this.#entries = this.#entries.map((each) => (each.from === 'bot' && each.id === entry.replaces ? entry : each));
    for (const { id, tapped } of this.#entries) {
      if (tapped?.message !== entry.replaces) continue;
      this.#list.querySelector(`.mine[data-id="${CSS.escape(id)}"]`)?.remove();
    }
    return true;
  }

  /** Puts a row before another. What arrived stands under a line with its day where the day changes. */
  #place(row, before, arrived) {
    this.#list.insertBefore(row, before);
    const above = row.previousElementSibling;
    const sameDay = above?.dataset.day === row.dataset.day;
    row.classList.toggle('follows', sameDay && above.classList.contains('mine') === row.classList.contains('mine'));
    if (sameDay || !arrived) return;
    const { at } = row.dataset;
    const name = el('span', { 'data-at': at }, dayName(Number(at)));
    this.#list.insertBefore(el('p', { class: 'day', role: 'separator' }, name), row);
  }

  /** Brings what waits to be sent, and what the buttons look like, up to date. */
  #showWaiting() {
    const arrived = new Set(this.#entries.filter(({ from }) => from === 'person').map(({ id }) => id));
    const items = this.#unsent.items();
    const waiting = items.filter(({ id }) => !arrived.has(id)).map(asEntry);
    for (const [id, row] of this.#waiting) {
      if (waiting.some((entry) => entry.id === id)) continue;
      row.remove();
      this.#waiting.delete(id);
    }
    for (const entry of waiting) {
      if (this.#waiting.has(entry.id)) continue;
      const row = this.#draw(entry);
      this.#waiting.set(entry.id, row);
      this.#place(row, this.#typing, false);
    }
    for (const row of this.#list.querySelectorAll('.message.mine')) this.#showState(row, items);
    if (items.some(({ id }) => this.#unsent.state(id) === 'waiting')) this.#hideTyping();
    markSpent([...this.#entries, ...waiting], ({ id }) => this.#rows.get(id));
    this.#empty.hidden = this.#entries.length + waiting.length > 0;
  }

  #showState(row, items) {
    const state = this.#unsent.state(row.dataset.id);
    if (row.dataset.state === (state ?? '')) return;
    row.dataset.state = state ?? '';
    row.querySelector('.state')?.remove();
    if (state === undefined) return;
    const { id, said, picture } = items.find((item) => item.id === row.dataset.id);
    if (state === 'sending') return row.append(el('p', { class: 'state' }, t('sending')));
    const again = () => void this.#unsent.send();
    const takeBack = () => {
      if (said.kind !== 'choice') this.write.put(picture ? said.caption : said.text);
      this.#unsent.forget(id);
    };
    const refused = state === 'refused';
    const button = el('button', { class: 'state state-waits', type: 'button' }, t(refused ? 'refused' : 'unsent'));
    button.addEventListener('click', refused ? takeBack : again);
    row.append(button);
  }

  #nearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    return this.#atEnd;
  }

  #toEnd(behavior = 'instant') {
    this.#list.scrollTo({ top: this.#list.scrollHeight, behavior });
    this.#jump.hidden = true;
    this.#atEnd = true;
  }
}

/** What waits, in the shape of an entry of the history. */
function asEntry({ id, said, at, picture }) {
  if (picture) return { id, at, from: 'person', text: [t('pictureOnWay', picture), said.caption].join('\n').trim() };
  const entry = { id, at, from: 'person', text: said.kind === 'text' ? said.text : said.label };
  return said.kind === 'choice' ? { ...entry, tapped: { id: said.id, message: said.message } } : entry;
}

function dots() {
  const words = el('span', { class: 'unseen' }, t('typing'));
  return el(
    'div',
    { class: 'bubble' },
    words,
    ...[1, 2, 3].map(() => el('span', { class: 'dot', 'aria-hidden': 'true' })),
  );
}
