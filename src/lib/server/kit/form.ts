import { Invalid } from '../errors.ts';

/**
 * The text fields of a posted form; files and repeated names are left out.
 * @throws Invalid `unreadable` for a body that is no form
 */
export async function fieldsOf(request: Request): Promise<Record<string, string>> {
	try {
		const form = await request.formData();
		return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
	} catch {
		throw new Invalid([{ field: '', code: 'unreadable' }]);
	}
}

/** What may go back into the form when it did not work: never a password. */
export function kept<Name extends string>(fields: Record<string, string>, ...names: Name[]): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, fields[name] ?? ''])) as Record<Name, string>;
}
