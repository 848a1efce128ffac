import type { Sql } from 'postgres';

/** A statement with more values than this inserts many rows at once; it is hardly ever said a second time. */
export const mostValues = 60;

type Unsafe = Sql['unsafe'];
type Within = (transaction: Sql) => unknown;

/**
 * The client for Drizzle, which has every statement parsed and planned anew on each use, at the price of a second
 * round trip. Through this one PostgreSQL keeps the plans, as it does for statements written by hand.
 */
export function prepared(client: Sql): Sql {
	return new Proxy(client, {
		get(target, name) {
			const own: unknown = Reflect.get(target, name);
			if (name === 'unsafe') return preparing(own as Unsafe);
			if (name === 'begin' || name === 'savepoint') {
				const open = own as (...words: unknown[]) => unknown;
				return (...words: unknown[]) => open(...words.map((word) => (typeof word === 'function' ? inside(word as Within) : word)));
			}
			return own;
		}
	});
}

function preparing(unsafe: Unsafe): Unsafe {
	return (text, values = [], options) => unsafe(text, values, { ...options, prepare: values.length > 0 && values.length <= mostValues });
}

function inside(work: Within): Within {
	return (transaction) => work(prepared(transaction));
}
