import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { urlOf } from './postgres.ts';
import { restore } from './restorable.ts';

/** Copies of a template, each for one test at a time; a used one goes back to what the template holds. */
export class DatabasePool {
	#server: string;
	#admin: Sql;
	#copies: Copy[] = [];

	/** @param server the address of any database beside them */
	constructor(server: string) {
		this.#server = server;
		this.#admin = postgres(server, { max: 1, max_lifetime: null, onnotice: () => {} });
	}

	/** A database that holds what the template holds, until it is given back. */
	async take(template: string): Promise<{ url: string; giveBack(): void }> {
		const copy = this.#copies.find((one) => one.template === template && !one.taken) ?? (await this.#another(template));
		copy.taken = true;
		if (!(await this.#isRestored(copy))) await this.#remake(copy);
		return { url: urlOf(this.#server, copy.name), giveBack: () => void (copy.taken = false) };
	}

	async close(): Promise<void> {
		await Promise.all(this.#copies.map(({ sql }) => sql.end()));
		await this.#admin.end();
	}

	/** The first that no other file of tests has; its lock ends with the connection. */
	async #another(template: string): Promise<Copy> {
		for (let number = 1; ; number += 1) {
			const name = `${template}_${number}`;
			if (this.#copies.some((one) => one.name === name)) continue;
			const [row] = await this.#admin<{ got: boolean }[]>`select pg_try_advisory_lock(hashtext(${name})) as got`;
			if (!row?.got) continue;
			const sql = postgres(urlOf(this.#server, name), { max: 1, max_lifetime: null, onnotice: () => {} });
			const copy = { template, name, sql, taken: true };
			this.#copies.push(copy);
			return copy;
		}
	}

	async #isRestored({ name, sql }: Copy): Promise<boolean> {
		const [there] = await this.#admin`select from pg_database where datname = ${name}`;
		return there !== undefined && (await this.#isLeft(name, sql)) && restore(sql);
	}

	/** Whether nobody is connected any more: what a test did not close must not write into the next one's database. */
	async #isLeft(name: string, sql: Sql): Promise<boolean> {
		for (let attempt = 0; attempt < 20; attempt += 1) {
			const others =
				await sql`select from pg_stat_activity where datname = ${name} and backend_type = 'client backend' and pid <> pg_backend_pid()`;
			if (others.length === 0) return true;
			await pause(10);
		}
		return false;
	}

	async #remake(copy: Copy): Promise<void> {
		const { name, template } = copy;
		await this.#admin`drop database if exists ${this.#admin(name)} with (force)`;
		await this.#admin`create database ${this.#admin(name)} template ${this.#admin(template)}`;
	}
}

interface Copy {
	template: string;
	name: string;
	sql: Sql;
	taken: boolean;
}
