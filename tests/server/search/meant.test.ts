import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { networks } from '#lib/server/db/schema/networks.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { lettersApart, mayBeMeant } from '#lib/server/search/words/alike.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

async function desk(services: TestServices, texts: string[]) {
	const network = await smallNetwork(services);
	const actor = await network.person('Ilze');
	const ids: string[] = [];
	for (const text of texts)
		ids.push((await postInMeeting(services, actor, { commandId: randomUUID(), slug: network.slug, doc: saying(text), lang: 'en' })).id);
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	const found = async (text: string, who = actor) =>
		(await search(services, { actor: who, locale: 'en', now: services.clock.now() }, { text: `${text} kind:message` })).hits
			.map(({ id }) => ids.indexOf(id))
			.sort();
	return { ...network, actor, found };
}

test('a short word that stands somewhere is not taken for another; a long one may be, and so may what stands nowhere', async ({
	services
}) => {
	const { found } = await desk(services, ['Our plan for the harbour', 'A plain answer', 'Two libraries', 'The librarian reads']);
	expect(await found('plan')).toEqual([0]);
	expect(await found('plin')).toEqual([0, 1]);
	expect(await found('librarian')).toEqual([2, 3]);
	expect(await found('harbuor')).toEqual([0]);
});

test('among others only what stands nowhere was mistyped; what stands somewhere may have another ending', async ({ services }) => {
	const { found } = await desk(services, [
		'Our plans for the garden',
		'A plane over the market',
		'The gardener reads',
		'Some harden in the market'
	]);
	expect(await found('garden market')).toEqual([]);
	expect(await found('gardener plan')).toEqual([0]);
	expect(await found('gardne plan')).toEqual([0]);
	expect(await found('garden mraket')).toEqual([]);
	expect(await found('hardne market')).toEqual([3]);
});

test.for([
	['harbuor', 'harbour', true],
	['ahrbour', 'harbour', true],
	['voluntariat', 'voluntariado', true],
	['agenda', 'genoa', false]
] as const)('by %s may be meant %s: %s', ([typed, word, may]) => {
	expect(mayBeMeant(typed, word)).toBe(may);
});

test('somebody of several networks finds what is common and what is rare in all of them, and nothing beyond', async ({ services }) => {
	const { actor, found, id } = await desk(services, [...Array.from({ length: 30 }, (_, n) => `Common words ${n}`), 'A rare lighthouse']);
	const [network] = await services.db.select().from(networks);
	const other = randomUUID();
	await services.db.insert(networks).values({ ...network!, id: other, slug: 'other' });
	await services.db.insert(memberships).values({
		id: randomUUID(),
		personId: actor.id,
		networkId: other,
		role: 'expert',
		expertKind: 'adhoc',
		startsAt: services.clock.now()
	});
	const both = {
		...actor,
		memberships: [...actor.memberships, { network: other, role: 'expert' as const, city: null, expertKind: 'adhoc' as const }]
	};
	expect((await found('common', both)).length).toBe(20);
	expect(await found('lighthouse', both)).toEqual([30]);
	const elsewhere = { ...both, memberships: both.memberships.filter(({ network }) => network !== id) };
	expect(await found('common', elsewhere)).toEqual([]);
});

/** As in the textbook, every letter of one beside every letter of the other. */
function apartByTheBook(one: string, other: string): number {
	const rows = Array.from({ length: one.length + 1 }, (_, i) =>
		Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0))
	);
	for (let i = 1; i <= one.length; i += 1)
		for (let j = 1; j <= other.length; j += 1) {
			const swap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
			rows[i]![j] = Math.min(
				rows[i - 1]![j]! + 1,
				rows[i]![j - 1]! + 1,
				rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1),
				swap
			);
		}
	return rows[one.length]![other.length]!;
}

test('letters are counted apart as by the book, as far as they are counted', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
	fc.assert(
		fc.property(word, word, fc.constantFrom(1, 2), (one, other, most) => {
			expect(lettersApart(one, other, most) > most).toBe(apartByTheBook(one, other) > most);
			if (apartByTheBook(one, other) <= most) expect(lettersApart(one, other, most)).toBe(apartByTheBook(one, other));
		}),
		{ numRuns: 3000 }
	);
});
