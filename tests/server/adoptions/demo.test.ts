import { isQuiet } from '#lib/model/adoptions/road.ts';
import { adoptionsOf } from '#lib/server/adoptions/adoptions-of.ts';
import { findPractice } from '#lib/server/practices/find.ts';
import { actorOf } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';

test('the demo shows how far cities are with the practices of others, all of it marked illustrative', async ({ demo }) => {
	const [row] = await demo.sql<{ at: string }[]>`
		select slug || '-' || short_id as at from practices where slug = 'youth-policy-after-the-plan'`;
	const ilze = await actorOf(demo, 'ilze.ozolkalne@daugavpils.example');
	const practice = await findPractice(demo.db, ilze, row?.at ?? '');
	const { adoptions, own } = await adoptionsOf(demo.db, ilze, practice, demo.clock.now());
	expect(adoptions.map(({ city, stage, stopped }) => [city, stage, stopped !== null])).toEqual([
		['da', 'understand', false],
		['gr', 'adapt', true],
		['to', 'adapt', false],
		['sa', 'reuse', false]
	]);
	expect(adoptions.every(({ illustrative }) => illustrative)).toBe(true);
	expect(adoptions.filter((one) => isQuiet(one, demo.clock.now().toISOString())).map(({ city }) => city)).toEqual(['to']);
	expect(own).toMatchObject({ city: 'da', hasThread: true });
	expect(await demo.sql`select from adoptions where not illustrative`).toEqual([]);
	// Each step after the one before, and none in the future.
	const [wrong] = await demo.sql`
		select count(*)::int as steps from adoption_steps step join adoption_steps later
			on later.adoption_id = step.adoption_id and later.number > step.number and later.at < step.at`;
	expect(wrong).toEqual({ steps: 0 });
	const [early] = await demo.sql`
		select count(*)::int as steps from adoption_steps step join adoptions on adoptions.id = step.adoption_id
			join practices on practices.id = practice_id and published_at > step.at`;
	expect(early).toEqual({ steps: 0 });
});
