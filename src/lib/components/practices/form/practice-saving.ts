import { invalidate } from '$app/navigation';
import { Autosave, type StandingForm } from '#lib/client/autosave.svelte.ts';
import { connection } from '#lib/client/connection.svelte.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { isPracticeField } from '#lib/model/practices/fields.ts';
import type { PracticeForm } from '#lib/model/practices/practice.ts';
import { languagesOf, neededIn, readField } from '#lib/model/practices/read-typed.ts';
import type { FormField, TypedPractice } from '#lib/model/practices/typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';
import { isTold, type PracticeValues } from '#lib/model/practices/values.ts';

export type PracticeSaving = Autosave<TypedPractice, Untaken>;

/** What the page of a form depends on. */
export const formData = 'swing:practice-form';

interface Saved {
	id: string;
	me: string;
	locale: Locale;
	form: () => PracticeForm;
}

/** The form of a draft, saved while it is written. */
export function practiceSaving(
	{ id, me, locale, form }: Saved,
	standing: StandingForm<TypedPractice>,
	begun?: StandingForm<TypedPractice>
): PracticeSaving {
	return new Autosave(
		standing,
		{
			place: `${me}:practices/${id}`,
			read: (typed, name) => readHere(typed, name as FormField, { locale, form: form() }),
			send: (write) => connection.command('savePractice', { ...write, id }, me),
			whenever: (work) => connection.whenever(work),
			reload: () => invalidate(formData),
			isBusy: (field) => isIn(field, document.activeElement),
			untakenOf: ({ issues = [] }) => issues.map(({ field, code }) => ({ at: field.replace(/^values\./, ''), code }))
		},
		begun
	);
}

function readHere(typed: TypedPractice, field: FormField, { locale, form }: Pick<Saved, 'locale'> & { form: PracticeForm }) {
	const read = readField(typed, field, languagesOf(locale, typed.lang));
	if ('untaken' in read || !neededIn(form).includes(field) || !isPracticeField(field)) return read;
	const tells = isTold({ [field]: read.value } as unknown as PracticeValues, field);
	return tells ? read : { untaken: [{ at: field, code: 'needed' }] };
}

/** Whether an input of this field has the focus. */
function isIn(field: string, element: Element | null): boolean {
	const name = element?.getAttribute('name') ?? '';
	return name === field || name.startsWith(`${field}.`);
}
