import { firstTimeIn } from '#lib/server/demo/first-time.ts';
import { noteVisit } from '#lib/server/desk/visit.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { actorOf, who } from '../../support/actors.ts';
import type { TestServices } from '../../support/database.ts';
import { expect, test } from '../../support/demo.ts';
import { says } from '../../support/talk.ts';

const unread = async (demo: TestServices, email: string) =>
	Object.values(await countUnread(demo, await actorOf(demo, email))).reduce((sum, [count]) => sum + count, 0);

test('who comes into a demo for the first time has its last days before them, and not what others tried out since', async ({ demo }) => {
	const { id } = await actorOf(demo, who.officer);
	demo.clock.advance(600);
	for (let n = 0; n < 5; n += 1) await says(demo, who.host, 'Tried out');
	const before = await unread(demo, who.officer);
	await firstTimeIn(demo, id);
	const after = await unread(demo, who.officer);
	expect([after > 0, after < before - 5]).toEqual([true, true]);
	await noteVisit(demo, await actorOf(demo, who.officer));
	await says(demo, who.host, 'Something new');
	await firstTimeIn(demo, id);
	expect(await unread(demo, who.officer)).toBe(after + 1);
});
