import { diffArrays } from 'diff';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { mergeSections } from '#lib/model/documents/section-merge.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { textTokens } from '#lib/model/documents/tokens.ts';
import { median, percentile, type Part, type Sample } from '../sample.ts';
import { spreadTexts, wordOf } from '../seed/vocabulary.ts';
import { meter } from '../usage.ts';

/** Of about 300 characters each: 30 kB of words. */
const blocks = 100;
const warmUp = 0.25;

type Change = (block: SectionBlock, place: number) => SectionBlock;

/** A merge of two edits of a section of 30 kB, beside two runs of jsdiff over all its words. */
export function merges({ seconds }: { seconds: number }): Part[] {
	const row = (title: string, every: number, most: number, ms: number): Part => {
		const base = section();
		const mine = edited(base, every, 0, 2);
		const theirs = edited(base, every, Math.floor(every / 2), 6);
		const words = [base, mine, theirs].map((doc) => textTokens(textOf(doc)));
		const [before = [], my = [], their = []] = words;
		return {
			key: 'merge',
			title,
			unit: 'ms',
			digits: 1,
			must: { most },
			bounds: { 'ms at most': ms },
			sides: ['diffArrays twice', 'ours'],
			other: () => measure(seconds, () => [diffArrays(before, my), diffArrays(before, their)]),
			ours: () => measure(seconds, () => mergeSections(base, mine, theirs))
		};
	};
	return [
		row('merge of two edits of a section of 30 kB, a tenth of its blocks changed', 10, 0.5, 20),
		row('the same with all blocks changed by both', 1, 1.5, 250)
	];
}

function section(): SectionDoc {
	const content = spreadTexts(blocks).map((text, n): SectionBlock => {
		const attrs = { id: `block${n}` };
		const words = { attrs, content: [{ type: 'text' as const, text }] };
		if (n % 12 === 0) return { type: 'heading', ...words, attrs: { ...attrs, level: 1 } };
		const paragraph = { type: 'paragraph' as const, ...words };
		if (n % 4 > 0) return paragraph;
		return {
			type: 'bulletList',
			attrs: { id: `list${n}` },
			content: [{ type: 'listItem', attrs: { id: `item${n}` }, content: [paragraph] }]
		};
	});
	return { type: 'doc', content };
}

/** Every so many blocks with every eighth of their words changed. */
function edited({ type, content }: SectionDoc, every: number, from: number, word: number): SectionDoc {
	const change: Change = (block, place) => {
		if (block.type === 'bulletList') {
			const [item] = block.content;
			const [paragraph] = item?.content ?? [];
			const changed = paragraph && change(paragraph, place);
			return item && changed?.type === 'paragraph' ? { ...block, content: [{ ...item, content: [changed] }] } : block;
		}
		const [text] = block.type === 'paragraph' || block.type === 'heading' ? (block.content ?? []) : [];
		if (text?.type !== 'text') return block;
		const words = text.text.split(' ').map((one, n) => (n % 8 === word ? wordOf(place + n) : one));
		return { ...block, content: [{ ...text, text: words.join(' ') }] } as SectionBlock;
	};
	return { type, content: content.map((block, place) => (place % every === from ? change(block, place) : block)) };
}

/** One time after the other; the figure is the median. */
async function measure(seconds: number, work: () => unknown): Promise<Sample> {
	repeat(seconds * warmUp, work);
	const used = meter(null, null);
	const times = repeat(seconds, work);
	// What is measured is done in this process, which elsewhere only asks.
	const usage = used();
	return Promise.resolve({
		figure: median(times),
		usage: { ...usage, server: usage.generator, generator: 0 },
		more: { p95: percentile(times, 0.95), 'ms at most': Math.max(...times), times: times.length },
		fault: null
	});
}

function repeat(seconds: number, work: () => unknown): number[] {
	const until = performance.now() + seconds * 1000;
	const times: number[] = [];
	while (performance.now() < until) {
		const began = performance.now();
		work();
		times.push(performance.now() - began);
	}
	return times;
}
