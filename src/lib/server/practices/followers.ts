import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { slot } from '../platform/slot.ts';

/** An entry that is being published. */
export interface Published {
	practice: string;
	/** What everybody hears it by. */
	stream: string;
	/** Counts from 1, in the order of its publications. */
	publication: number;
	by: string;
}

/** What follows a publication, within its transaction. */
export type PublicationFollower = (
	tx: Transaction,
	context: Pick<Context<unknown>, 'now' | 'recorded' | 'afterwards' | 'services'>,
	published: Published
) => Promise<void>;

/** Everything that follows a publication, each by the noun that knows it. */
export const publicationFollowers = slot<readonly PublicationFollower[]>('publication followers');
