/**
 * One live line to the service for all the phones on the page. It says how far each phone was told and goes on from
 * there, however often the line breaks.
 */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/**
 * @param phones returns the phones shown: {id, epoch, seq, onEntry, onReset, onTyping}
 * @param onLine told true when everything missed has arrived, false when the line broke
 */
export function liveLine(phones, onLine) {
  let source;
  let timer;
  let wait = FIRST_WAIT_MS;

  const find = (id) => phones().find((phone) => phone.id === id);

  function open() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    const cursors = phones().map(({ id, epoch, seq }) => `${encodeURIComponent(id)}:${epoch}:${seq}`);
    if (cursors.length === 0) return;
    const line = new EventSource(`/api/events?phones=${encodeURIComponent(cursors.join(','))}`);
    source = line;
    line.addEventListener('entry', (event) => {
      const { phone, epoch, entry } = JSON.parse(event.data);
      find(phone)?.onEntry(entry, epoch);
    });
    line.addEventListener('reset', (event) => find(JSON.parse(event.data).phone)?.onReset());
    line.addEventListener('typing', (event) => find(JSON.parse(event.data).phone)?.onTyping());
    line.addEventListener('ready', () => {
      wait = FIRST_WAIT_MS;
      onLine(true);
    });
    line.addEventListener('error', () => {
      if (source !== line) return;
      line.close();
      onLine(false);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  }

  addEventListener('online', open);
  return { open };
}
