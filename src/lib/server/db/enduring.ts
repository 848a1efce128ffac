import { setImmediate as nextTurn } from 'node:timers/promises';
import postgres from 'postgres';
import type { Sql } from 'postgres';
import { wholeAnswers } from './whole-answers.ts';

type Options = NonNullable<Parameters<typeof postgres>[1]>;
type Work = (tx: postgres.TransactionSql) => unknown;
type Begin = (work: Work) => Promise<unknown>;

/**
 * Queries of one connection under way at a time. At this number the library forgets, of a transaction that begins there, that
 * the connection is its own: what others write on it is never committed. So it is one that is not reached. The types of the
 * library do not know the option.
 */
const neverFull: object = { max_pipeline: 100_000 };
/** How long what was under way or in line in a pool has to end by itself, in milliseconds. */
const farewell = 15_000;

/**
 * A client of postgres.js that outlives its database. When a connection breaks, the library may leave half a message
 * in it and then waits on it for ever; so from a break on, everything new goes through a fresh pool. Its answers are whole
 * also after a query that failed midway.
 * @param prepare is done to every pool
 */
export function enduring(url: string, options: Options, prepare: (client: Sql) => void = () => {}): Sql {
	let ending = false;
	let current = open();
	/** Listens anew by itself, on a connection of its own. */
	const ear: Sql = postgres(url, { ...options, ...neverFull });

	function open(): Sql {
		const client: Sql = postgres(url, {
			...options,
			max_lifetime: null,
			...neverFull,
			onclose() {
				if (ending || current !== pool) return;
				current = open();
				setTimeout(() => void client.end({ timeout: 5 }).catch(() => {}), farewell).unref();
			}
		});
		prepare(client);
		const begin = client.begin.bind(client) as Begin;
		const pool: Sql = wholeAnswers(Object.assign(client, { begin: (work: Work) => beginGuarded(begin, work) }));
		return pool;
	}

	const instead: Partial<Sql> = {
		listen: ear.listen,
		async end(how) {
			ending = true;
			await Promise.all([current.end(how), ear.end(how)]);
		}
	};
	return new Proxy(current, {
		apply: (_, __, words: Parameters<Sql>) => current(...words),
		get: (_, name) => Reflect.get(Object.hasOwn(instead, name) ? instead : current, name)
	});
}

/**
 * A transaction whose connection breaks must not touch it again: the library would write into nothing, which fails
 * where nobody can catch it, or roll back what another transaction does on the connection's next life.
 */
function beginGuarded(begin: Begin, work: Work): Promise<unknown> {
	let broken = false;
	const outcome = begin(async (tx) => {
		try {
			const result = await work(guard(tx));
			return broken ? await never() : result;
		} catch (error) {
			await nextTurn();
			if (broken) await never();
			throw error;
		}
	});
	outcome.catch(() => (broken = true));
	return outcome;

	function guard(tx: postgres.TransactionSql): postgres.TransactionSql {
		const requireWhole = () => {
			if (broken) throw new Error('The connection of this transaction is broken.');
		};
		return new Proxy(tx, {
			apply(target, self, words) {
				requireWhole();
				return Reflect.apply(target, self, words);
			},
			get(target, name) {
				requireWhole();
				return Reflect.get(target, name);
			}
		});
	}
}

/** The outcome is known already; what still hangs on this is forgotten with it. */
function never(): Promise<never> {
	return new Promise(() => {});
}
