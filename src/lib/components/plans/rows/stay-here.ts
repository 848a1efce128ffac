import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { underWay } from '#lib/client/under-way.svelte.ts';
import { loadAnew } from '../../shell/load-anew.ts';

/** For `enhance`: what was done on another page's form shows on this one, which stays where it is. */
export function stayHere(answered: (result: ActionResult) => void = () => {}): SubmitFunction {
	return () => {
		underWay.count += 1;
		underWay.failed = false;
		return async ({ result }) => {
			underWay.count -= 1;
			underWay.failed = result.type === 'error' && result.status === undefined;
			if (underWay.failed) return;
			if (result.type === 'redirect') await loadAnew();
			answered(result);
		};
	};
}
