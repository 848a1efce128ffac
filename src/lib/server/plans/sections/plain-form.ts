import { z } from 'zod';
import type { Person } from '#lib/model/access/actor.ts';
import { sectionLimits } from '#lib/model/documents/section-doc.ts';
import { derivedIds } from '#lib/model/documents/section-ids.ts';
import { readSection, writeSection } from '#lib/model/documents/section-markdown.ts';
import type { SavedSection } from '#lib/model/plans/commands.ts';
import { Invalid } from '../../platform/errors.ts';
import { parse } from '../../platform/parse.ts';
import type { Services } from '../../services.ts';
import { sectionUpTo } from './find.ts';
import { saveSection } from './save.ts';
import { sectionToWriteAt } from './to-write.ts';

/** A section as somebody typed it into plain fields. */
export interface TypedSection {
	title: string;
	lang: string;
	text: string;
	/** Number of the revision that the form was made of. */
	base: string;
}

const made = z.coerce.number().int().min(1).max(2_147_483_647);
/** Signs and addresses make a section longer than its text. */
const mostTyped = 4 * sectionLimits.text;

/**
 * Saves a section as it was typed into plain fields; a block whose lines stay as they were stays what it was.
 * @throws NotFound, Forbidden, Invalid
 */
export async function saveTyped(
	services: Services,
	person: Person,
	address: { city: string; slug: string; shortId: string },
	{ commandId, title, lang, text, base: written }: TypedSection & { commandId: string }
): Promise<SavedSection> {
	const base = parse(made, written);
	if (text.length > mostTyped) throw new Invalid([{ field: 'doc', code: 'too_long' }]);
	const { id } = await sectionToWriteAt(services.db, person, address);
	const from = await sectionUpTo(services.db, id, base);
	// What nobody touched is not read anew: a browser ends lines in its own way.
	const isSame = text.replaceAll('\r\n', '\n') === writeSection(from.doc);
	return saveSection(services, person, {
		commandId,
		id,
		base,
		title,
		lang,
		...(!isSame && { doc: readSection(text, from.doc, derivedIds(commandId)) })
	});
}
