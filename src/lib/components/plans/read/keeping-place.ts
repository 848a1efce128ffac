import { tick } from 'svelte';

/** One change is seen after the other: two at once would each put right what both moved. */
let last: Promise<void> = Promise.resolve();

/**
 * Changes what stands in some sections, or which there are, and leaves under the eyes of the reader what is there: the first
 * section on screen that stays as it is keeps its place, else that edge of the changed one that is in sight.
 * @param changed ids of the sections that change
 */
export function keepingPlace(changed: ReadonlySet<string>, change: () => void): Promise<void> {
	return (last = last.then(() => changeInPlace(changed, change)));
}

async function changeInPlace(changed: ReadonlySet<string>, change: () => void): Promise<void> {
	const sections = scrollY === 0 ? [] : [...document.querySelectorAll<HTMLElement>('[data-section]')];
	const onScreen = sections.filter((section) => {
		const { top, bottom } = section.getBoundingClientRect();
		return bottom > 0 && top < innerHeight;
	});
	const stays = onScreen.find(({ dataset }) => !changed.has(dataset.section ?? ''));
	const kept = stays ?? onScreen[0];
	const before = kept?.getBoundingClientRect();
	change();
	await tick();
	if (!kept?.isConnected || !before) return;
	const edge = stays || before.top >= 0 ? 'top' : 'bottom';
	const moved = kept.getBoundingClientRect()[edge] - before[edge];
	if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}
