import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/sources.ts';
import { buildIn } from './build.ts';
import { compare } from './compare.ts';
import { openPostgres } from './database.ts';
import { canPin, generatorCore, pin } from './machine.ts';
import { besideEarlier, partsOf } from './parts.ts';
import { killServers } from './server-process.ts';
import { table, type Row } from './table.ts';

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		rounds: { type: 'string', default: '5' },
		n: { type: 'string', default: '100,500,1000' },
		seconds: { type: 'string', default: '12' },
		patience: { type: 'string', default: '60' },
		against: { type: 'string' },
		out: { type: 'string', default: join(root, 'data/bench/result.json') }
	}
});
const { only: named } = values;
const say = (line: string) => console.log(line);

/** This build, and the earlier one in the folder that `--against` names. */
const build = await buildIn();
const earlier = values.against === undefined ? null : await buildIn(values.against);

pin(process.pid, generatorCore);
const postgres = await openPostgres(process.env.BENCH_DATABASE_URL);
process.once('SIGINT', () => void postgres.close().finally(() => process.exit(130)));
const machine = {
	processor: cpus()[0]?.model ?? 'unknown',
	cores: cpus().length,
	memoryGb: Math.round(totalmem() / 2 ** 30),
	node: process.version,
	postgres: postgres.version,
	durability: postgres.durability,
	pinned: canPin && postgres.pid !== null
};

try {
	say(`${machine.cores} x ${machine.processor}, Node ${machine.node}, PostgreSQL ${machine.postgres}`);
	say(
		Object.entries(machine.durability)
			.map(([name, value]) => `${name}=${value}`)
			.join(' ')
	);
	say(
		machine.pinned
			? 'Servers and PostgreSQL on one core, the load generator on another'
			: 'Not pinned: server, PostgreSQL and load generator share the cores'
	);
	const extent = { sizes: values.n.split(',').map(Number), seconds: Number(values.seconds) };
	const ours = partsOf(postgres, build, extent);
	const parts = earlier ? besideEarlier(ours, partsOf(postgres, earlier, extent)) : ours;
	if (earlier) say(`Beside the earlier build in ${earlier.folder}`);
	const wanted = named.split(',').filter(Boolean);
	const rows: Row[] = [];
	for (const part of parts.filter(({ key }) => wanted.length === 0 || wanted.includes(key))) {
		say(`\n${part.title}`);
		const compared = await compare(part, { rounds: Number(values.rounds), patience: Number(values.patience), say });
		rows.push({ part, compared });
	}
	say(`\n${table(rows)}`);
	const out = resolve(values.out);
	await mkdir(dirname(out), { recursive: true });
	const figures = rows.map(({ part: { key, title, unit, must, sides }, compared }) => ({ key, title, unit, must, sides, ...compared }));
	await writeFile(out, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, '\t')}\n`);
	say(`\nWritten to ${out}`);
} finally {
	killServers();
	await postgres.close();
}
process.exit();
