import { m } from '#lib/i18n/m';
import type { Refused } from '#lib/client/uploads.svelte.ts';

/** Why a file was not taken, and what to do. */
export function refusedWords(refused: Refused, { name, size }: { name: string; size: string }): string {
	switch (refused) {
		case 'empty':
			return m.files_refused_empty({ name });
		case 'too_large':
			return m.files_refused_too_large({ name, size });
		case 'quota':
			return m.files_refused_quota({ name });
		case 'too_many':
			return m.files_refused_too_many({ name });
		case 'markup':
			return m.files_refused_markup({ name });
		case 'program':
			return m.files_refused_program({ name });
		case 'polyglot':
			return m.files_refused_polyglot({ name });
		case 'macros':
			return m.files_refused_macros({ name });
		case 'old_office':
			return m.files_refused_old_office({ name });
		case 'heic':
			return m.files_refused_heic({ name });
		case 'recording':
			return m.files_refused_recording({ name });
		case 'bomb':
			return m.files_refused_bomb({ name });
		case 'broken':
			return m.files_refused_broken({ name });
		case 'unknown':
			return m.files_refused_unknown({ name });
		case 'lost':
			return m.files_lost({ name });
		case 'forbidden':
			return m.files_refused_forbidden();
		case 'failed':
			return m.files_refused_failed({ name });
	}
}
