import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from '#lib/server/db/embedded/index.ts';
import { findPostmaster } from '#lib/server/db/embedded/postmaster.ts';

const open: Embedded[] = [];
let root: string;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'swing embedded ē-'));
});
afterEach(async () => {
	for (const embedded of open.splice(0)) await embedded.stop();
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function start(dir: string, log?: (line: string) => void): Promise<Embedded> {
	const embedded = await startEmbedded({ dir, log });
	open.push(embedded);
	return embedded;
}

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		return await question(sql);
	} finally {
		await sql.end();
	}
}

/** A server in a process of its own, for killing. */
async function owner(dir: string) {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded-owner.ts'), dir], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [said] = (await once(child.stdout, 'data')) as [Buffer];
	return {
		url: said.toString().trim(),
		async kill(signal: NodeJS.Signals) {
			const ended = once(child, 'exit');
			child.kill(signal);
			await ended;
		}
	};
}

const gone = (dir: string) => expect.poll(() => findPostmaster(dir), { timeout: 10_000 }).toBeNull();

describe('the embedded database', () => {
	let dir: string;
	beforeAll(() => {
		dir = join(root, 'Šķērsiela 5', 'data', 'postgres');
	});

	test('starts in a path with spaces and diacritics, keeps what was written, and stops', async () => {
		const first = await start(dir);
		expect(first.adopted).toBe(false);
		const facts = await ask(first.url, async (sql) => {
			await sql`create table kept (word text)`;
			await sql`insert into kept values ('Daugavpils tūrisms')`;
			await sql`create extension pg_trgm`;
			await sql`create extension unaccent`;
			const [row] = await sql`select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
				current_setting('synchronous_commit') as commit, upper('ķēž') as upper`;
			return row;
		});
		expect(facts).toEqual({ encoding: 'UTF8', fsync: 'on', commit: 'on', upper: 'ĶĒŽ' });
		await open.pop()?.stop();
		await gone(dir);

		const again = await start(dir);
		expect(await ask(again.url, (sql) => sql`select word from kept`)).toEqual([{ word: 'Daugavpils tūrisms' }]);
	});

	test('lets nobody in without the password', async () => {
		const { url } = await start(dir);
		const wrong = url.replace(/:[0-9a-f]{48}@/, ':guess@');
		await expect(ask(wrong, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
	});

	test('is adopted after its server was killed, and stopped by the one who adopted it', async () => {
		const killed = await owner(dir);
		await killed.kill('SIGKILL');
		const heir = await start(dir);
		expect(heir.adopted).toBe(true);
		expect(heir.url).toBe(killed.url);
		await open.pop()?.stop();
		await gone(dir);
	});

	test('stays for the others when one of its users stops', async () => {
		const server = await owner(dir);
		const admin = await startEmbedded({ dir });
		expect(admin.adopted).toBe(true);
		await admin.stop();
		expect(await ask(server.url, (sql) => sql`select 1 as still`)).toEqual([{ still: 1 }]);
		await server.kill('SIGTERM');
		await gone(dir);
	});

	test('recovers when everything was killed, a stranger bearing the old number', async () => {
		const server = await owner(dir);
		const postmaster = await findPostmaster(dir);
		await server.kill('SIGKILL');
		process.kill(postmaster?.pid ?? 0, 'SIGKILL');
		await gone(dir);
		const left = await readFile(join(dir, 'postmaster.pid'), 'utf8');
		await writeFile(join(dir, 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)));
		const next = await start(dir);
		expect(next.adopted).toBe(false);
		expect(await ask(next.url, (sql) => sql`select count(*)::int from kept`)).toEqual([{ count: 1 }]);
	});

	test('comes back at the same place when it dies under a running server', async () => {
		const { url } = await start(dir);
		const before = await findPostmaster(dir);
		process.kill(before?.pid ?? 0, 'SIGKILL');
		await expect.poll(() => ask(url, (sql) => sql`select 1 as back`).catch(() => null), { timeout: 15_000 }).toEqual([{ back: 1 }]);
	});

	test('is stopped also when the line to it broke and was not made anew yet', async () => {
		const server = await startEmbedded({ dir });
		for (let n = 0; n < 3; n += 1) {
			const [holder] = await ask(
				server.url,
				(sql) => sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = 'swing-tenancy'`
			).catch(() => []);
			if (holder) await ask(server.url, (sql) => sql`select pg_terminate_backend(${holder.pid})`);
			await expect
				.poll(() => ask(server.url, (sql) => sql`select 1 from pg_stat_activity where pid = ${holder?.pid ?? 0}`), {
					timeout: 15_000
				})
				.toEqual([]);
			if (n < 2)
				await expect
					.poll(
						() =>
							ask(
								server.url,
								(sql) => sql`select count(*)::int from pg_stat_activity where application_name = 'swing-tenancy'`
							),
						{ timeout: 15_000 }
					)
					.toEqual([{ count: 1 }]);
		}
		await server.stop();
		await gone(dir);
	});
});

describe('a folder that is not what it should be', () => {
	test('an unfinished first start is kept aside and begun anew', async () => {
		const dir = join(root, 'unfinished', 'postgres');
		await mkdir(join(dir, 'base'), { recursive: true });
		await mkdir(`${dir}.new-999999999`);
		const lines: string[] = [];
		const { url } = await start(dir, (line) => lines.push(line));
		expect(await ask(url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
		const beside = await readdir(join(root, 'unfinished'));
		expect(beside.filter((name) => name.includes('.new-'))).toEqual([]);
		expect(beside.filter((name) => name.includes('.unfinished-'))).toHaveLength(1);
		expect(lines.join('\n')).toContain('.unfinished-');
	});

	test('another major version is refused, untouched, with the way to move', async () => {
		const dir = join(root, 'other', 'postgres');
		await mkdir(dir, { recursive: true });
		await writeFile(join(dir, 'PG_VERSION'), '16\n');
		await expect(startEmbedded({ dir })).rejects.toThrow(/PostgreSQL 16.*PostgreSQL 18[\s\S]*pg_dump/);
		expect(await readdir(dir)).toEqual(['PG_VERSION']);
	});
});
