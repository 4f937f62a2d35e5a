/** A memory that only makes things nicer (half-sent deliveries, chats shown typing), so it may forget. */

/** Entries remembered; the oldest is forgotten first. */
const REMEMBERED_MAX = 1_000;

/** Keeps the newest; the oldest goes first. */
export function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= REMEMBERED_MAX) break;
    map.delete(oldest);
  }
}
