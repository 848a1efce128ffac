import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '#lib/model/threads/packed-thread.ts';
import { newPost, type Post } from '#lib/model/threads/posts.ts';
import { reactionKinds } from '#lib/model/threads/reactions.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { normalDoc } from '../documents/arbitraries.ts';

const at = fc.date({ min: new Date('2010-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const sometimes = fc.option(at);
const author = fc.record({
	id: fc.uuid(),
	name: fc.string({ minLength: 1 }),
	city: fc.option(fc.constantFrom('da', 'co')),
	role: fc.constantFrom('officer', 'expert', 'lead'),
	expertKind: fc.option(fc.constantFrom('lead', 'adhoc'))
});
const reactions = fc.uniqueArray(
	fc.record({
		kind: fc.constantFrom(...reactionKinds),
		by: fc.array(fc.record({ id: fc.uuid(), name: fc.string(), city: fc.option(fc.constant('da')) }), { minLength: 1 })
	}),
	{ selector: ({ kind }) => kind }
);
const post: fc.Arbitrary<Post> = fc
	.record({
		id: fc.uuid(),
		root: fc.option(fc.nat().map((n) => n + 1)),
		author,
		at,
		lang: fc.constantFrom('en', 'lv', 'pl'),
		doc: fc.option(normalDoc),
		replies: fc.nat(),
		revision: fc.nat().map((n) => n + 1),
		editedAt: sometimes,
		deletedAt: sometimes,
		hiddenAt: sometimes,
		reactions,
		files: fc.option(
			fc.array(
				fc.record({
					id: fc.uuid(),
					name: fc.string(),
					kind: fc.constant('picture' as const),
					type: fc.constant('image/png'),
					size: fc.nat()
				}),
				{ minLength: 1 }
			),
			{ nil: undefined }
		),
		about: fc.option(fc.constantFrom('day', 'what-was-hard'), { nil: undefined })
	})
	.map(({ replies, revision, editedAt, deletedAt, hiddenAt, reactions, ...posted }) => ({
		...newPost(0, posted as Post),
		replies,
		revision,
		editedAt,
		deletedAt,
		hiddenAt,
		reactions
	}));
const thread: fc.Arbitrary<Thread> = fc
	.record({ posts: fc.array(post), gaps: fc.infiniteStream(fc.nat(5)), earlier: fc.boolean(), later: fc.boolean() })
	.map(({ posts, gaps, earlier, later }) => {
		let seq = 0;
		const placed = posts.map((one) => ({ ...one, seq: (seq += 1 + (gaps.next().value ?? 0)) }));
		return { stream: 'meeting:m', seq, posts: placed, earlier, later, elsewhere: [] };
	});

test('what is packed comes out as it was, also through a page', () => {
	fc.assert(
		fc.property(thread, (whole) => {
			expect(unpack(JSON.parse(JSON.stringify(pack(whole))))).toEqual(whole);
		})
	);
});

test('a post of plain words weighs little more than its words', () => {
	const words = 'x'.repeat(300);
	const posts = Array.from({ length: 200 }, (_, n) =>
		newPost(n + 1, {
			id: crypto.randomUUID(),
			root: null,
			author: { id: 'a', name: 'Ilze', city: 'da', role: 'officer', expertKind: null },
			at: new Date(1.7e12 + n * 1e6).toISOString(),
			lang: 'en',
			doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
		})
	);
	const packed = JSON.stringify(pack({ stream: 's', seq: 200, posts, earlier: false, later: false, elsewhere: [] }));
	expect(packed.length / 200).toBeLessThan(300 + 70);
});
