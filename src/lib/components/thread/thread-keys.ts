import { hearKeys } from '../ui/letter-keys.ts';

/**
 * Hears the letters of a thread: from post to post, and what can be done with the one that has the focus.
 * @param help shows which there are
 */
export function hearThreadKeys(list: HTMLElement, help: () => void): ReturnType<typeof hearKeys> {
	const posts = () => [...list.querySelectorAll<HTMLElement>('article[id^="p-"]')];
	const current = () => document.activeElement?.closest<HTMLElement>('article[id^="p-"]') ?? null;

	/** Who stands in no post begins at the first that begins on screen, or before it. */
	function move(by: 1 | -1): void {
		const [all, at] = [posts(), current()];
		const inSight = all.findIndex(
			(post) => post.getBoundingClientRect().top >= parseFloat(getComputedStyle(post).scrollMarginTop || '0')
		);
		const from = inSight < 0 ? all.length - (by === 1 ? 1 : 0) : inSight;
		const next = all[at ? all.indexOf(at) + by : by === 1 ? from : from - 1];
		next?.setAttribute('tabindex', '-1');
		next?.focus();
	}
	const follow = (link: string) => current()?.querySelector<HTMLElement>(`.acts > ${link}`)?.click();

	return hearKeys(() => ({
		j: () => move(1),
		k: () => move(-1),
		r: () => follow('a[href^="?reply="]'),
		e: () => follow('a[href$="/edit"]'),
		'?': help
	}));
}
