import { cleanLine } from '#lib/model/documents/clean.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionsIn, sayMentions, type SaidMention } from '#lib/model/documents/mentions.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import type { Database, Transaction } from '../db/client.ts';
import { mentionableIn } from './mentionable.ts';
import type { ThreadOfSubject } from './thread-at.ts';

interface Written {
	doc: Doc;
	thread: Pick<ThreadOfSubject, 'network' | 'audience'>;
	now: Date;
	/** The text that this one takes the place of: whom it mentions, it mentions. */
	former?: Doc | null;
}

/**
 * The document with its true mentions only; the words of others stay, as plain words. A person is mentioned by their id,
 * when they may read the thread: words that are an earlier name of theirs, or a part of the name, become the name of today.
 * What is said without the @, or is the name of somebody else, mentions nobody. Cities are mentioned by any of their names.
 * Without mentions nothing is asked of the database.
 */
export async function withTrueMentions(db: Database | Transaction, { doc, thread, now, former }: Written): Promise<Doc> {
	const said = mentionsIn(doc);
	if (said.length === 0) return doc;
	const { people, cities } = await mentionableIn(db, thread, now, {
		people: idsOf(said, 'person'),
		names: said.map(({ words }) => words.slice(1)),
		cities: idsOf(said, 'city')
	});
	const mentionedBefore = new Set(former ? mentionsIn(former).map(spelled) : []);
	const names = new Map(people.map(({ id, name }) => [id, `@${cleanLine(name)}`]));
	const taken = new Set(names.values());
	const cityNames = new Set(cities.flatMap(({ code, name }) => Object.values(name).map((one) => `${code} @${cleanLine(one ?? '')}`)));
	const say = (mention: SaidMention): string | null => {
		const { kind, id, words } = mention;
		if (kind === 'city') return cityNames.has(`${id} ${words}`) ? words : null;
		const name = names.get(id);
		if (name === undefined || name === words || mentionedBefore.has(spelled(mention))) return name ?? null;
		return words.startsWith('@') && !taken.has(words) ? name : null;
	};
	return said.every((mention) => say(mention) === mention.words) ? doc : normalizeDoc(sayMentions(doc, say));
}

function spelled({ kind, id, words }: SaidMention): string {
	return `${kind} ${id} ${words}`;
}

function idsOf(said: SaidMention[], kind: SaidMention['kind']): string[] {
	return [...new Set(said.filter((one) => one.kind === kind).map(({ id }) => id))];
}
