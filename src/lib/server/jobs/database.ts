import type { Db } from 'pg-boss';
import type { Sql } from 'postgres';
import { enduring } from '../db/enduring.ts';

/** pg-boss writes its JSON itself, so a text for a JSON column goes as it is. */
const json = {
	to: 114,
	from: [114, 3802],
	serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	parse: (text: string) => JSON.parse(text) as unknown
};

type Values = Parameters<Sql['unsafe']>[1];

/** Lets pg-boss work over our own driver: one way to reach a database, and one way to outlive it. */
export function databaseOfJobs(url: string): Db & { close(): Promise<void> } {
	const sql = enduring(url, { max: 3, onnotice: () => {}, connection: { application_name: 'swing-jobs' }, types: { json } });

	async function asOne(text: string): Promise<unknown[]> {
		const connection = await sql.reserve();
		try {
			return await connection.unsafe(text);
		} finally {
			connection.release();
		}
	}

	return {
		async executeSql(text, values = []) {
			if (values.length > 0) {
				const known = values.map((value) => value ?? null) as Values;
				return { rows: [...(await sql.unsafe(text, known))] };
			}
			const said = /^\s*begin\b/i.test(text) ? await asOne(text) : await sql.unsafe(text);
			return { rows: said.flat() };
		},
		close: () => sql.end({ timeout: 5 })
	};
}
