import type { Sql } from 'postgres';

type Call = (...words: unknown[]) => unknown;
/** What a query of the library does with each row; `result` is the answer that the row belongs to. */
interface Collecting {
	forEachFn?: (row: unknown, result: unknown[]) => void;
}

/**
 * A client whose answers have no holes. The library counts the rows of an answer by connection, and goes on counting after a
 * query that failed behind its first rows: the next answer of that connection, which may be on its way already, begins with
 * as many holes. Through this client each row is put at the end of its own answer, and nothing is counted.
 */
export function wholeAnswers<Client extends Sql>(client: Client): Client {
	return new Proxy(client, {
		apply: (target, self, words: unknown[]) => collecting(Reflect.apply(target as unknown as Call, self, words)),
		get(target, name) {
			const own: unknown = Reflect.get(target, name);
			switch (name) {
				case 'unsafe':
				case 'file':
					return (...words: unknown[]) => collecting((own as Call)(...words));
				case 'begin':
				case 'savepoint':
					return (...words: unknown[]) => (own as Call)(...words.map(inside));
				case 'reserve':
					return async () => wholeAnswers((await (own as Call)()) as Sql);
				default:
					return own;
			}
		}
	});
}

/** What is made may be a part of another query, which is never sent and gets no rows. */
function collecting(made: unknown): unknown {
	if (made instanceof Promise) (made as Collecting).forEachFn ??= (row, result) => void result.push(row);
	return made;
}

function inside(word: unknown): unknown {
	return typeof word === 'function' ? (client: Sql) => (word as Call)(wholeAnswers(client)) : word;
}
