import { loadMessages } from '#lib/i18n/m';

/**
 * Fetches a part of the page that is wanted only now, together with the message files that it speaks from.
 * @param files given by the build, which finds what the part says
 */
export async function speaking<Part>(load: () => Promise<Part>, files = ''): Promise<Part> {
	const [part] = await Promise.all([load(), loadMessages(files.split(' '))]);
	return part;
}
