/** Hearing that the account is no longer in a group: somebody took it out, or it left on the telephone. */
import { type API, GroupEventType } from 'zca-js';

/** What ends somebody's being in a group. */
const ENDINGS = new Set<GroupEventType>([
  GroupEventType.LEAVE,
  GroupEventType.REMOVE_MEMBER,
  GroupEventType.BLOCK_MEMBER,
]);

export interface Removal {
  group: string;
  /** Zalo's moment of it; with the group it stands for an id, which such news has not. */
  at: string;
}

/** Calls back when the account `uid` is out of a group; what becomes of others there is none of ours. */
export function onLeaving(listener: API['listener'], uid: string, tell: (removal: Removal) => void): void {
  listener.on('group_event', ({ type, threadId, data }) => {
    if (!ENDINGS.has(type) || !('updateMembers' in data)) return;
    const gone = (data.updateMembers ?? []).map((member) => String(typeof member === 'string' ? member : member.id));
    if (gone.includes(uid)) tell({ group: String(threadId), at: String(data.time) });
  });
}
