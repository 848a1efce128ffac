import { error } from '@sveltejs/kit';

/** A posted form. A body that is none is refused. */
export async function formOf(request: Request): Promise<FormData> {
	return request.formData().catch(() => error(400, { message: 'invalid', code: 'invalid' }));
}

/** The text fields of a posted form; of a repeated name the last, and no files. */
export async function fieldsOf(request: Request): Promise<Record<string, string>> {
	const form = await formOf(request);
	return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** What goes back into a form that did not work; a password is never among it. */
export function kept<Name extends string>(fields: Record<string, string>, ...names: Name[]): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, fields[name] ?? ''])) as Record<Name, string>;
}
