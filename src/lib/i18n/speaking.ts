import { loadMessages } from '#lib/i18n/m';

/** Fetches a part of the page that is wanted only now, together with the message files that it speaks from. */
export async function speaking<Part>(names: readonly string[], load: () => Promise<Part>): Promise<Part> {
	const [part] = await Promise.all([load(), loadMessages(names)]);
	return part;
}
