import { describe, expect, it } from 'vitest';
import { alignTexts } from '#lib/model/anchors/alignment.ts';
import { reanchor } from '#lib/model/anchors/reanchor.ts';
import { Chance } from '../../bench/anchors/chance.ts';
import { caseOf, type Case } from '../../bench/anchors/corpus.ts';
import { quotesOf } from '../../bench/anchors/quotes.ts';
import { fatesOf } from '../../bench/anchors/truth.ts';

const texts = 150;
const cases = (): Case[] => Array.from({ length: texts }, (_, n) => caseOf(9_000_001 + n, 1500 + (n % 5) * 1000));

describe('the places of all characters of random texts that are edited', () => {
	it('hold the same characters, each once', () => {
		for (const { old, now } of cases()) {
			for (const [before, after] of [
				[old, now],
				[{ text: old.text }, { text: now.text }]
			] as const) {
				const { places } = alignTexts(before, after);
				const standing = [...places].filter((place) => place >= 0);
				expect(new Set(standing).size).toBe(standing.length);
				const wrong = [...places.keys()].filter((at) => (places[at] ?? -1) >= 0 && now.text[places[at] ?? 0] !== old.text[at]);
				expect(wrong).toEqual([]);
			}
		}
	});

	it('are all kept where nothing was edited', () => {
		for (const { old } of cases()) {
			const { places, moved } = alignTexts(old, old);
			expect(places.every((place, at) => place === at)).toBe(true);
			expect(moved.some((one) => one === 1)).toBe(false);
		}
	});

	it('give passages that say what they are said to say', () => {
		cases().forEach((one, n) => {
			const quotes = quotesOf(new Chance(n), one, fatesOf(one), 20);
			expect(quotes.length).toBeGreaterThan(0);
			reanchor(one.old, one.now, quotes).forEach((placement, place) => {
				if (placement.state === 'detached') return;
				const quote = one.old.text.slice(quotes[place]?.start, quotes[place]?.end);
				const words = one.now.text.slice(placement.start, placement.end);
				expect(words.length).toBeGreaterThan(0);
				expect(placement.state === 'changed').toBe(words !== quote);
			});
		});
	});
});
