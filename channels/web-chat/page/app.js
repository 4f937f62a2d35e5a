/** The page: up to three phones side by side, each held by one person, remembered by the browser. */
import { offered, uuid } from './api.js';
import { Chat } from './chat.js';
import { chooser, markUnread } from './chooser.js';
import { ClockBar } from './clock-bar.js';
import { avatar, el, icon } from './dom.js';
import { liveLine } from './stream.js';
import { language, switchLanguage, t } from './words.js';

const PHONES_MAX = 3;
const HUES = 6;
const RETRY_MS = 2_000;
const LAYOUT = 'web-chat.phones';
const GUEST = 'web-chat.guest';

const place = document.getElementById('phones');
let settings = { practice: false, people: [] };
let phones = [];
let bar;
const line = liveLine(
  () => phones.flatMap(({ chat }) => (chat ? [chat] : [])),
  (up) => {
    for (const { chat } of phones) chat?.onLine(up);
    if (!up) void refreshPeople().then(leaveGone, () => undefined);
  },
);

/** Everybody who can be chosen: the people offered, then a newcomer whose id this browser made. */
function people() {
  const offeredPeople = settings.people.map((person, index) => ({ ...person, hue: index % HUES }));
  const id = localStorage.getItem(GUEST) ?? `guest-${uuid()}`;
  localStorage.setItem(GUEST, id);
  return [...offeredPeople, { id, name: t('guest'), note: t('guestNote'), hue: 'guest', sign: '?' }];
}

async function refreshPeople() {
  settings = await offered();
  const practice = document.getElementById('practice');
  practice.textContent = t('practice');
  practice.hidden = !settings.practice;
  if (settings.clock && !bar) {
    const onMoved = () => {
      for (const { chat } of phones) chat?.renameDays();
    };
    bar = new ClockBar(document.getElementById('clock'), { people, onOpen: show, onMoved, onUnread: markPeople });
    void bar.ask();
  }
}

function remember() {
  localStorage.setItem(LAYOUT, JSON.stringify(phones.map(({ chat }) => chat?.id ?? null)));
}

function remembered() {
  try {
    const ids = JSON.parse(localStorage.getItem(LAYOUT) ?? '[]');
    return Array.isArray(ids) && ids.length > 0 ? ids.slice(0, PHONES_MAX) : [null];
  } catch {
    return [null];
  }
}

/** Marks in the lists of people who has messages nobody has looked at. */
function markPeople() {
  for (const { screen } of phones) markUnread(screen, (id) => bar?.unread(id) ?? 0);
}

/** Draws the frames; conversations already open keep their elements, and with them their scroll and draft. */
function draw() {
  const taken = new Set(phones.flatMap(({ chat }) => (chat ? [chat.id] : [])));
  for (const phone of phones) {
    if (!phone.chat) phone.screen.replaceChildren(chooser(people(), taken, (person) => take(phone, person)));
    phone.close.hidden = phones.length === 1;
  }
  markPeople();
  const add = el('button', { class: 'add', type: 'button', onclick: () => addPhone(null) });
  add.append(icon('plus'), el('strong', {}, t('addPhone')), el('span', {}, t('addPhoneHint')));
  const frames = phones.map(({ frame }) => frame);
  if (phones.length < PHONES_MAX) frames.push(add);
  for (const child of Array.from(place.children)) if (!frames.includes(child)) child.remove();
  for (const frame of frames) if (frame.parentElement !== place) place.append(frame);
  remember();
}

function addPhone(id) {
  const close = el('button', {
    class: 'round close',
    type: 'button',
    'aria-label': t('closePhone'),
    title: t('closePhone'),
  });
  close.append(icon('close'));
  const holder = el('header', { class: 'holder' });
  const screen = el('div', { class: 'screen' });
  const frame = el('section', { class: 'phone', 'aria-label': t('choose') }, holder, screen, close);
  const phone = { frame, holder, screen, close, chat: undefined };
  close.addEventListener('click', () => {
    phones = phones.filter((other) => other !== phone);
    draw();
    line.open();
  });
  phones.push(phone);
  const person = people().find((known) => known.id === id);
  if (person && !phones.some(({ chat }) => chat?.id === id)) take(phone, person, false);
  else draw();
}

/** Gives a phone to a person. */
function take(phone, person, focus = true) {
  phone.chat = new Chat(person, { ...settings, onSeen: () => bar?.onSeen() });
  phone.frame.setAttribute('aria-label', t('phoneOf', person));
  const back = el(
    'button',
    { class: 'round', type: 'button', 'aria-label': t('back'), title: t('back') },
    icon('back'),
  );
  back.addEventListener('click', () => leave(phone));
  const words = el(
    'div',
    { class: 'holder-words' },
    el('h2', { class: 'holder-name' }, person.name),
    el('p', { class: 'holder-note' }, person.note),
  );
  phone.holder.replaceChildren(back, avatar(person), words);
  phone.screen.replaceChildren(phone.chat.root);
  draw();
  line.open();
  if (focus && !matchMedia('(hover: none)').matches) phone.chat.write.focus();
}

/** Shows somebody's phone: where it is open, on a phone nobody holds, beside the others, or in the place of the first. */
function show(id) {
  const person = people().find((known) => known.id === id);
  if (!person) return;
  const inView = ({ frame }) => frame.offsetParent !== null;
  const held = phones.find((phone) => phone.chat?.id === id);
  if (held && inView(held)) return held.chat.write.focus();
  if (held) leave(held);
  const free = phones.find((phone) => !phone.chat && inView(phone));
  const add = document.querySelector('.add');
  if (!free && add && add.offsetParent !== null) return addPhone(id);
  take(free ?? phones[0], person);
}

/** Whoever is no longer offered would keep the line from opening for the others. */
function leaveGone() {
  const ids = new Set(people().map(({ id }) => id));
  for (const phone of phones) if (phone.chat && !ids.has(phone.chat.id)) leave(phone);
}

/** Back to the choice of people. */
function leave(phone) {
  phone.chat = undefined;
  phone.holder.replaceChildren();
  phone.frame.setAttribute('aria-label', t('choose'));
  draw();
  line.open();
  phone.screen.querySelector('button:not(:disabled)')?.focus();
  void refreshPeople().then(draw, () => undefined);
}

function drawLanguages() {
  const group = document.getElementById('language');
  group.setAttribute('aria-label', t('language'));
  for (const [code, name] of [
    ['vi', 'Tiếng Việt'],
    ['en', 'English'],
  ]) {
    const pressed = String(code === language);
    const button = el(
      'button',
      { type: 'button', 'aria-pressed': pressed, 'aria-label': name, lang: code },
      code.toUpperCase(),
    );
    button.addEventListener('click', () => switchLanguage(code));
    group.append(button);
  }
}

addEventListener('storage', ({ key }) => {
  for (const { chat } of phones) if (key === `web-chat.unsent.${chat?.id}`) chat.refresh();
});

async function open() {
  try {
    await refreshPeople();
  } catch {
    setTimeout(() => void open(), RETRY_MS);
    return;
  }
  for (const id of remembered()) addPhone(id);
}

drawLanguages();
void open();
