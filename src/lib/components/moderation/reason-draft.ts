import type { SubmitFunction } from '@sveltejs/kit';
import { drafts } from '#lib/client/drafts.ts';

/** Keeps what is being written into a field, and puts back what was begun there. */
export function keptAs(place: string) {
	return (field: HTMLTextAreaElement): void => {
		const begun = field.value === '' ? drafts.read(place) : null;
		if (begun !== null) {
			field.value = begun;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
		field.addEventListener('input', () => drafts.keep(place, field.value));
	};
}

/** For `enhance`: what was taken needs no draft any more. */
export function dropOnceTaken(place: string): SubmitFunction {
	return () =>
		async ({ result, update }) => {
			if (result.type === 'redirect') drafts.drop(place);
			await update();
		};
}
