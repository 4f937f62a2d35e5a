/** How far each phone was looked at in this browser, so that the page can mark who was spoken to meanwhile. */
const keyOf = (phone) => `web-chat.seen.${phone}`;

/** Everything up to a place of a phone's history was on the screen. */
export function saw(phone, epoch, seq) {
  const [known, last] = seen(phone);
  if (known !== epoch || last < seq) localStorage.setItem(keyOf(phone), `${epoch}:${seq}`);
}

/** How many messages of a phone were not looked at yet, its history being at `last`. */
export function unread(phone, { epoch, last }) {
  const [known, upTo] = seen(phone);
  return known === epoch ? Math.max(0, last - upTo) : last;
}

function seen(phone) {
  const [epoch = '', place = '0'] = (localStorage.getItem(keyOf(phone)) ?? '').split(':');
  return [epoch, Number(place)];
}
