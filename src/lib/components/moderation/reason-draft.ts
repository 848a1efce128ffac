import type { SubmitFunction } from '@sveltejs/kit';
import { drafts } from '#lib/client/drafts.ts';
import { enhanced } from '../ui/enhanced.ts';

/** Keeps what is being written into a field, and puts back what was begun there. */
export function keptAs(place: string) {
	return (field: HTMLTextAreaElement): void => {
		if (field.value === '')
			void drafts.read(place).then((begun) => {
				if (begun === null || field.value !== '') return;
				field.value = begun;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			});
		field.addEventListener('input', () => void drafts.keep(place, field.value));
	};
}

/** For `enhance`: what was taken needs no draft any more. */
export function dropOnceTaken(place: string): SubmitFunction {
	return enhanced(({ type }) => type === 'redirect' && drafts.drop(place));
}
