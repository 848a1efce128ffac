import { and, eq, inArray } from 'drizzle-orm';
import { none } from '#lib/model/noun.ts';
import { practiceStream } from '#lib/model/practices/practice.ts';
import type { Transaction } from '../../db/client.ts';
import { notifications } from '../../db/schema/notifications.ts';
import type { DemoSeed } from '../../demo/demo-seed.ts';
import { idOf } from '../../demo/id-of.ts';
import { seedPosts } from '../../demo/seed-posts.ts';
import { askForField } from '../ask.ts';
import { actsOf } from './act.ts';
import { daugavpilsEvents } from './daugavpils-events.ts';
import { daugavpilsLearning } from './daugavpils-learning.ts';
import { daugavpilsPlaces } from './daugavpils-places.ts';
import { daugavpilsStories } from './daugavpils-stories.ts';
import type { DemoPractice } from './demo-practice.ts';
import { live } from './life.ts';
import { otherCities } from './other-cities.ts';
import { practiceTalks } from './talk.ts';
import { inTheMaking } from './in-the-making.ts';

/** Oldest first, as they were begun. */
export const demoPractices: readonly DemoPractice[] = [
	...daugavpilsEvents,
	...daugavpilsLearning,
	...daugavpilsPlaces,
	...daugavpilsStories,
	...otherCities,
	...inTheMaking
].sort((a, b) => b.daysBefore - a.daysBefore);

/** The good practices and success stories of the cities, from public sources; what these do not say is not told. */
const practicesInDemo: DemoSeed = {
	files: none,
	async seed(tx, ground) {
		const act = actsOf(tx, ground);
		const ids = new Map<string, string>();
		for (const practice of demoPractices) ids.set(practice.values.title, await live(act, ground, practice));
		const published = demoPractices.filter(({ stage }) => stage === 'published').map(({ values }) => idOf(ids, values.title));
		await putAway(tx, published);
		for (const [title, posts] of practiceTalks) {
			const id = idOf(ids, title);
			await seedPosts(tx, ground, { stream: practiceStream(id), network: ground.network, kind: 'practice', subjectId: id }, posts);
		}
		const asked = { id: idOf(ids, 'Coding for children'), field: 'resources' };
		await act(askForField, 'agne.rudeniute', { daysBefore: 6, time: '10:25' }, asked);
	}
};

/** What people were told of these drafts they have put away long ago. */
async function putAway(tx: Transaction, drafts: string[]): Promise<void> {
	await tx.delete(notifications).where(and(eq(notifications.itemKind, 'practice-draft'), inArray(notifications.itemId, drafts)));
}

export default practicesInDemo;
