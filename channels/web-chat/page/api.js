/** The requests of the page. A lost login leads to the login page. */

/** What is offered: {practice, textMax, shownMax, people}. Throws when the service cannot be reached. */
export async function offered() {
  const response = await fetch('/api/people');
  if (response.status === 401) location.replace('/login');
  if (!response.ok) throw new Error(`people: ${response.status}`);
  return response.json();
}

/** Sends what a person said: 'sent', 'later' (try again) or 'refused' (trying again will not help). */
export function say(phone, { id, said, picture }) {
  if (picture) return sayPicture(phone, id, said.caption, picture);
  const headers = { 'content-type': 'application/json' };
  return post(`/api/phones/${encodeURIComponent(phone)}/say`, { headers, body: JSON.stringify({ id, said }) });
}

function sayPicture(phone, id, caption, picture) {
  const body = new FormData();
  body.append('id', id);
  body.append('caption', caption);
  body.append('picture', picture);
  return post(`/api/phones/${encodeURIComponent(phone)}/picture`, { body });
}

async function post(address, order) {
  try {
    const response = await fetch(address, { method: 'POST', ...order });
    if (response.status === 401) location.replace('/login');
    if (response.ok) return 'sent';
    return [400, 403, 404, 413, 415].includes(response.status) ? 'refused' : 'later';
  } catch {
    return 'later';
  }
}

/** Where the clock of a training session stands: {now, ahead, others, phones}. */
export const clockNow = () => clock('');

/** Goes a piece of the way to the next thing that happens, or to a day; with {arrived, filed}, or with {error}. */
export const goOnward = (wanted) => clock('/onward', wanted);

/** Lets the other units act by themselves, or stops them. */
export const letOthersAct = (on) => clock('/others', { on });

async function clock(path, body) {
  const order = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/api/clock${path}`, order);
  if (response.status === 401) location.replace('/login');
  if (!response.ok && response.status !== 409) throw new Error(`clock: ${response.status}`);
  return response.json();
}

/** A UUID. crypto.randomUUID exists only on https and localhost; a commune may use the page by a plain address. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where a file of a message is. */
export const fileAddress = (phone, message) => `/files/${encodeURIComponent(phone)}/${encodeURIComponent(message)}`;
