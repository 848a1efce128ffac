import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { PracticeForm, Reason } from '#lib/model/practices/practice.ts';
import type { TypedPractice } from '#lib/model/practices/typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';

/** What stands in the form, and what of it was not taken. Fields write into `typed`. */
export interface Filled {
	typed: TypedPractice;
	untaken: readonly Untaken[];
}

/** What the fields of the form are made of besides. */
export interface FormParts {
	form: PracticeForm;
	themes: readonly { slug: string; name: string }[];
	/** Whom other cities may be led to. */
	team: readonly { id: string; name: string }[];
	files: readonly AttachedFile[];
	/** Where new files go, and where those are kept that are on their way; null while there is no draft. */
	store: { network: string; place: string } | null;
	/** What a lead asked for, and who. */
	asked: { by: string; reasons: readonly Reason[] } | null;
}

/** The id of the input in which this stands: `evidence.0.amount`. */
export function inputId(at: string): string {
	return at.replaceAll('.', '-');
}
