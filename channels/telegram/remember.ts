/** A memory with an end: the oldest is forgotten first. */

/** Chats and half-sent deliveries remembered. */
const REMEMBERED_MAX = 10_000;

/** Keeps a value as the newest of its map. */
export function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED_MAX && oldest !== undefined) map.delete(oldest);
}
