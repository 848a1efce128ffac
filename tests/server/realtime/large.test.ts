import type { Block, Doc, Mark } from '#lib/model/documents/doc.ts';
import { docLimits, postLimit } from '#lib/model/documents/limits.ts';
import { largestMessage } from '#lib/model/protocol.ts';
import { ask } from '../../support/live.ts';
import { expect, test } from '../../support/two-processes.ts';

function list(items: number): Doc {
	const item = (n: number) => ({
		type: 'listItem' as const,
		content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `${n}` }] }]
	});
	return { type: 'doc', content: [{ type: 'bulletList', content: Array.from({ length: items }, (_, n) => item(n)) }] };
}

/** As many marks, addresses and escaped signs as fit. */
function heaviest(): Doc {
	const pieces = docLimits.nodes - 3;
	const text = '"'.repeat(Math.floor(postLimit / pieces));
	const linked = Math.floor(docLimits.allHrefs / 40);
	const href = `https://a.lv/${'ā'.repeat(27)}`;
	const marks = (n: number): Mark[] => [
		{ type: 'bold' },
		{ type: 'italic' },
		...(n < linked ? [{ type: 'link' as const, attrs: { href } }] : [])
	];
	const paragraph: Block = {
		type: 'paragraph',
		content: Array.from({ length: pieces }, (_, n) => ({ type: 'text', text, marks: marks(n) }))
	};
	return { type: 'doc', content: [paragraph] };
}

const bytes = (doc: Doc) => Buffer.byteLength(JSON.stringify(doc));

test('a pasted list of thousands of short items is posted over the line', async ({ network, live }) => {
	const line = await live.line(await network.person('Ilze'));
	const doc = list(2900);
	expect(bytes(doc)).toBeGreaterThan(256 * 1024);
	const input = { commandId: crypto.randomUUID(), slug: network.slug, doc, lang: 'en' };
	expect(await ask(line, 'command', { name: 'postMessage', input })).toMatchObject({ ok: { seq: 1 } });
});

test('the heaviest document that is allowed is taken, and what holds more is refused in words, over a line that stays', async ({
	network,
	live
}) => {
	const line = await live.line(await network.person('Ilze'));
	const say = (doc: Doc) =>
		ask(line, 'command', { name: 'postMessage', input: { commandId: crypto.randomUUID(), slug: network.slug, doc, lang: 'en' } });
	expect(await say(list(4000))).toMatchObject({ refused: { code: 'invalid', issues: [{ code: 'too_large' }] } });
	expect(line.connected).toBe(true);
	expect(bytes(heaviest())).toBeGreaterThan(800_000);
	expect(bytes(heaviest())).toBeLessThan(largestMessage);
	expect(await say(heaviest())).toMatchObject({ ok: { seq: 1 } });
});
