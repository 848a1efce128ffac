import { error } from '@sveltejs/kit';

/** A posted form, which holds words and no files. A body that is none, or no UTF-8, is refused. */
export async function formOf(request: Request): Promise<FormData> {
	try {
		const body = await request.arrayBuffer();
		const said = new TextDecoder('utf-8', { fatal: true }).decode(body);
		const type = request.headers.get('content-type') ?? '';
		// The bundler would leave out a call whose answer nobody looks at.
		if (/^application\/x-www-form-urlencoded/i.test(type) && !decodeURIComponent(said).isWellFormed()) throw new URIError();
		return await new Response(body, { headers: { 'content-type': type } }).formData();
	} catch {
		error(400, { message: 'invalid', code: 'invalid' });
	}
}

/** A posted form that may hold files beside its words. A body that is none, or words that are no UTF-8, are refused. */
export async function formWithFilesOf(request: Request): Promise<FormData> {
	if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) return formOf(request);
	const form = await request.formData().catch(() => null);
	// What is no UTF-8 has become this sign, which nobody types.
	const isWhole = form && [...form].flat().every((said) => typeof said !== 'string' || !said.includes('\uFFFD'));
	if (!isWhole) error(400, { message: 'invalid', code: 'invalid' });
	return form;
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
