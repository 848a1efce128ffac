import { untrack } from 'svelte';

/** The time now, to the minute: the server's until the page lives, then going on. Called while a component is made. */
export function minutely(start: () => string): { readonly now: Date } {
	let now = $state(untrack(() => new Date(start())));
	$effect(() => {
		let timer: ReturnType<typeof setTimeout>;
		const tick = () => {
			const at = new Date();
			now = at;
			timer = setTimeout(tick, 60_000 - (at.getTime() % 60_000));
		};
		tick();
		return () => clearTimeout(timer);
	});
	return {
		get now() {
			return now;
		}
	};
}
