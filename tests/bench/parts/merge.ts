import { diffArrays } from 'diff';
import { mergeSections } from '#lib/model/documents/section-merge.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { textTokens } from '#lib/model/documents/tokens.ts';
import { median, percentile, type Part, type Sample } from '../sample.ts';
import { editedSection, longSection } from '../seed/sections.ts';
import { meter } from '../usage.ts';

const warmUp = 0.25;

/** A merge of two edits of a section of 30 kB, beside two runs of jsdiff over all its words. */
export function merges({ seconds }: { seconds: number }): Part[] {
	const row = (title: string, every: number, most: number, ms: number): Part => {
		const base = longSection();
		const mine = editedSection(base, every, 0, 2);
		const theirs = editedSection(base, every, Math.floor(every / 2), 6);
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
