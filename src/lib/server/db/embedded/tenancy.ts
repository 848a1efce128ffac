import postgres from 'postgres';
import { locks } from '../locks.ts';

/** Everybody who uses the cluster holds this lock together; who gets it alone is the last, and turns off the light. */
const lock = locks.tenancy;

export interface Tenancy {
	/** Whether nobody else uses the cluster; from a yes on nobody can enter. */
	leave(): Promise<boolean>;
	close(): Promise<void>;
}

/** Enters the running cluster, and makes the database if it has none yet. `lost` is told when the connection breaks. */
export async function enter(url: (database: string) => string, database: string, lost: () => void): Promise<Tenancy> {
	let entered = false;
	const sql = postgres(url('postgres'), {
		max: 1,
		connect_timeout: 10,
		max_lifetime: null,
		onnotice: () => {},
		connection: { application_name: 'swing-tenancy' },
		onclose: () => {
			if (!entered) return;
			entered = false;
			void sql.end({ timeout: 0 });
			lost();
		}
	});
	const close = async () => {
		entered = false;
		await sql.end({ timeout: 1 });
	};
	try {
		await sql`select pg_advisory_lock_shared(${lock[0]}, ${lock[1]})`;
		const [found] = await sql`select 1 from pg_database where datname = ${database}`;
		if (!found) {
			await sql`select pg_advisory_lock(${lock[0]}, ${lock[1] + 1})`;
			await sql.unsafe(`create database ${database}`).catch(ignoreDuplicate);
			await sql`select pg_advisory_unlock(${lock[0]}, ${lock[1] + 1})`;
		}
	} catch (cause) {
		await close();
		throw cause;
	}
	entered = true;
	return {
		async leave() {
			entered = false;
			await sql`select pg_advisory_unlock_shared(${lock[0]}, ${lock[1]})`;
			const [row] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${lock[0]}, ${lock[1]}) as alone`;
			return row?.alone === true;
		},
		close
	};
}

function ignoreDuplicate(cause: { code?: string }): void {
	if (cause.code !== '42P04' && cause.code !== '23505') throw cause;
}
