import type { Actor } from '#lib/model/access/actor.ts';
import type { Query } from '#lib/model/search/query.ts';
import { readNetworks } from '../access/read-networks.ts';
import type { Services } from '../services.ts';
import { askedOf, type Asked } from './words/asked.ts';
import { wordsMeant } from './words/meant.ts';
import { any, lexeme } from './words/tsquery.ts';
import { exact } from './words/vector.ts';

/** When fewer are found, what may have been meant is looked for too; by a short word only when nothing is. */
const [few, short] = [3, 5];

export interface Tolerant<Answer> {
	answer: Answer;
	/** What was asked in the end. */
	asked: Asked;
	/** Words that were asked for instead of the typed ones. */
	similar: string[];
}

/**
 * Asks by the words as they are; when that finds little, also by words that may have been meant.
 * @param ask what is found by these words, and how much; `meant` is a tsquery of what may have been meant
 */
export async function tolerantly<Answer>(
	{ sql }: Pick<Services, 'sql'>,
	{ actor, query }: { actor: Actor; query: Query },
	ask: (asked: Asked, meant: string | null) => Promise<{ answer: Answer; count: number }>
): Promise<Tolerant<Answer>> {
	const asked = await askedOf(sql, query);
	const { answer, count } = await ask(asked, null);
	const doubtful = count === 0 ? asked.typed : count < few ? asked.typed.filter(({ length }) => length > short) : [];
	const meant = await wordsMeant(sql, readNetworks(actor), doubtful, { alone: asked.typed.length === 1 });
	if (meant.size === 0) return { answer, asked, similar: [] };
	const similar = [...meant.values()].flat();
	const wider = await askedOf(sql, query, meant);
	const again = await ask(wider, any(similar.map((word) => lexeme(exact(word)))));
	return { answer: again.answer, asked: wider, similar };
}
