import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { hearNews } from '#lib/client/hear-news.ts';

test('in an effect a stream is followed anew where something else was loaded, and not where the line comes and goes', () => {
	let state = $state('connecting');
	let heard = $state.raw({ stream: 'practice:1', seq: 4 });
	const from: number[] = [];
	const line = {
		open: async () => void state,
		hear: () => {
			from.push(state === '' ? -1 : heard.seq);
			return () => {};
		},
		follow: async () => ({ ok: { events: [] } })
	};
	onTestFinished(
		$effect.root(() => {
			$effect(() => hearNews([heard], line as never, { isNews: () => true, changed: async () => {} }));
		})
	);
	flushSync();
	state = 'live';
	flushSync();
	expect(from).toEqual([4]);
	heard = { stream: 'practice:1', seq: 9 };
	flushSync();
	expect(from).toEqual([4, 9]);
});
