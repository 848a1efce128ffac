import { m } from '#lib/i18n/m';
import type { Problem } from '#lib/model/problem.ts';

/** What is wrong with this field, in words; nothing when it is right. */
export function wrong(problem: Problem | undefined, field: string): string | undefined {
	const code = problem?.issues?.find((issue) => issue.field === field)?.code;
	switch (code) {
		case undefined:
			return undefined;
		case 'too_long':
		case 'too_big':
			return m.people_wrong_too_long();
		case 'too_short':
			return m.people_wrong_too_short();
		case 'blank':
			return m.people_wrong_blank();
		case 'controls':
			return m.people_wrong_controls();
		case 'common':
			return m.people_wrong_common();
		case 'repeats':
			return m.people_wrong_repeats();
		case 'tells_owner':
			return m.people_wrong_tells_owner();
		case 'no_match':
			return m.people_wrong_current();
		case 'invalid_format':
			return m.people_wrong_email();
		case 'unknown':
		case 'invalid_value':
			return m.people_wrong_choice();
		default:
			return m.people_wrong_missing();
	}
}

/** What happened to the form as a whole: first what is kept, then what to do. */
export function happened({ code, retryAfter = 1 }: Problem): string {
	switch (code) {
		case 'invalid':
			return m.people_wrong_title();
		case 'too_many':
			return tooMany(retryAfter);
		case 'forbidden':
			return m.people_wrong_refused();
		case 'not_found':
			return m.people_wrong_gone();
		default:
			return m.people_wrong_failed();
	}
}

function tooMany(seconds: number): string {
	if (seconds < 90) return m.people_too_many_seconds({ count: seconds });
	if (seconds < 90 * 60) return m.people_too_many_minutes({ count: Math.ceil(seconds / 60) });
	return m.people_too_many_hours({ count: Math.ceil(seconds / 3600) });
}
