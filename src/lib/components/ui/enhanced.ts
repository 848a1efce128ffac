import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { underWay } from '#lib/client/under-way.svelte.ts';

/**
 * For `enhance`: a wait that is long is told, and without an answer the form stays as it is, with what was typed.
 * @param answered hears the answer before the page takes it over
 */
export function enhanced(answered: (result: ActionResult) => void = () => {}): SubmitFunction {
	return () => {
		underWay.count += 1;
		underWay.failed = false;
		return async ({ result, update }) => {
			underWay.count -= 1;
			underWay.failed = result.type === 'error' && result.status === undefined;
			if (underWay.failed) return;
			answered(result);
			await update();
		};
	};
}
