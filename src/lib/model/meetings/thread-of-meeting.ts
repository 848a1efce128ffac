import { networkGroup } from '../access/groups.ts';
import type { ThreadSubject } from '../threads/thread-subject.ts';

/** The thread of a meeting as the policy asks about it: everybody of the network reads it. */
export function threadOfMeeting({ network }: { network: string }): ThreadSubject {
	return { kind: 'meeting', network, audience: [networkGroup(network)] };
}
