import { cleanLine } from '#lib/model/documents/clean.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { cityMention, keepMentions, mentionsIn, personMention, type SaidMention } from '#lib/model/documents/mentions.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import type { Database, Transaction } from '../db/client.ts';
import { mentionableIn } from './mentionable.ts';
import type { ThreadOfSubject } from './thread-at.ts';

/**
 * The document without its false mentions, whose words stay. A mention is true when who is mentioned may read
 * the thread, and when its words are @ and the name. Without mentions nothing is asked of the database.
 */
export async function withTrueMentions(
	db: Database | Transaction,
	{ doc, thread, now }: { doc: Doc; thread: Pick<ThreadOfSubject, 'network' | 'audience'>; now: Date }
): Promise<Doc> {
	const said = mentionsIn(doc);
	if (said.length === 0) return doc;
	const { people, cities } = await mentionableIn(db, thread, now, { people: idsOf(said, 'person'), cities: idsOf(said, 'city') });
	const sayable = new Set([
		...people.map(({ id, name }) => spelled(personMention(id), name)),
		...cities.flatMap(({ code, name }) => Object.values(name).map((one) => spelled(cityMention(code), one ?? '')))
	]);
	const holds = ({ kind, id, words }: SaidMention): boolean =>
		sayable.has(`${kind === 'person' ? personMention(id) : cityMention(id)} ${words}`);
	return said.every(holds) ? doc : normalizeDoc(keepMentions(doc, holds));
}

function spelled(address: string, name: string): string {
	return `${address} @${cleanLine(name)}`;
}

function idsOf(said: SaidMention[], kind: SaidMention['kind']): string[] {
	return [...new Set(said.filter((one) => one.kind === kind).map(({ id }) => id))];
}
