import { tick } from 'svelte';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import type { PlanReading } from './plan-reading.svelte.ts';

/**
 * Goes to the section or row that the page's address names. Its words, and those around it, come first, so that it stands where
 * one lands; of a row the section is asked for where it is not known.
 */
export async function leadToHash(reading: PlanReading, href: string): Promise<void> {
	const { hash } = location;
	const [, kind, shortId] = /^#([sr])-([0-9a-z]{8})$/.exec(hash) ?? [];
	if (!shortId) return;
	const section = kind === 's' ? shortId : await sectionWith(reading, href, shortId);
	const at = reading.outline.findIndex((one) => one.shortId === section);
	if (at < 0) return;
	const around = reading.outline.slice(Math.max(0, at - 1), at + 3).filter(({ id }) => !reading.words[id]);
	if (around.length === 0 && kind === 's') return;
	await reading.need(around.map(({ id }) => id));
	await tick();
	const here = reading.outline[at];
	const to = document.getElementById(hash.slice(1)) ?? (here && document.getElementById(anchorOfSection(here)));
	if (location.hash === hash) to?.scrollIntoView({ behavior: 'instant' });
}

async function sectionWith(reading: PlanReading, href: string, row: string): Promise<string | undefined> {
	const known = Object.values(reading.rows)
		.flat()
		.find(({ shortId }) => shortId === row);
	if (known) return reading.outline.find(({ id }) => id === known.section)?.shortId;
	const answer = await fetch(`${href}/sections?row=${row}`).catch(() => null);
	return answer?.ok ? ((await answer.json()) as { section: string }).section : undefined;
}
