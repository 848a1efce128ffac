import { parseArgs } from 'node:util';
import { judge, type Judged, type Tally } from './judge.ts';
import { speeds, type Speed } from './speed.ts';

const { values } = parseArgs({
	allowPositionals: true,
	options: {
		seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
		quotes: { type: 'string', default: '20000' },
		texts: { type: 'string', default: '40' }
	}
});

/** One line that must hold: what it is, what was seen, and the bound. */
interface Line {
	name: string;
	seen: number;
	must: { most: number } | { least: number };
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);
const none: Tally = { quotes: 0, wrong: 0, sureAndWrong: 0, missed: 0, exact: 0 };

function linesOf({ all, strata, lengths, near }: Judged): Line[] {
	const of = (name: Parameters<typeof strata.get>[0]): Tally => strata.get(name) ?? none;
	const right = ({ quotes, wrong, missed }: Tally): number => percent(quotes - wrong - missed, quotes);
	const share = (tally: Tally | undefined): number => percent(tally?.quotes ?? 0, all.quotes);
	return [
		{ name: 'wrong', seen: percent(all.wrong, all.quotes), must: { most: 0.3 } },
		{ name: 'wrong while called kept or moved', seen: percent(all.sureAndWrong, all.quotes), must: { most: 0.15 } },
		...[...strata, ...lengths].map(([name, tally]): Line => ({
			name: `wrong, ${name}`,
			seen: percent(tally.wrong, tally.quotes),
			must: { most: 1.5 }
		})),
		{ name: 'untouched placed exactly', seen: percent(of('untouched').exact, of('untouched').quotes), must: { least: 99.5 } },
		{ name: 'edited right', seen: right(of('edited')), must: { least: 94 } },
		{ name: 'deleted detached', seen: right(of('deleted')), must: { least: 99 } },
		{ name: 'moved found', seen: right(of('moved')), must: { least: 95 } },
		{ name: 'of the corpus: single words', seen: share(lengths.get('word')), must: { least: 10 } },
		{ name: 'of the corpus: repeated phrases', seen: share(lengths.get('repeated')), must: { least: 15 } },
		{ name: 'of the corpus: in moved passages', seen: share(of('moved')), must: { least: 20 } },
		{ name: 'of the corpus: in deleted text', seen: share(of('deleted')), must: { least: 15 } },
		{ name: 'of the corpus: near an edit', seen: percent(near, all.quotes), must: { least: 30 } }
	];
}

function linesOfSpeed(name: string, { ours, worst, search }: Speed, mostMs: number): Line[] {
	return [
		{
			name: `${name}: median beside approximate search (${ours.toFixed(1)} and ${search.toFixed(1)} ms)`,
			seen: ours / search,
			must: { most: 1 }
		},
		{ name: `${name}: ms at worst`, seen: worst, must: { most: mostMs } }
	];
}

let missed = 0;
function print(lines: readonly Line[]): void {
	for (const { name, seen, must } of lines) {
		const holds = 'most' in must ? seen <= must.most : seen >= must.least;
		if (!holds) missed += 1;
		const bound = 'most' in must ? `at most ${must.most}` : `at least ${must.least}`;
		console.log(`${holds ? '  ' : '✗ '}${name.padEnd(88)} ${seen.toFixed(2).padStart(7)}  ${bound}`);
	}
}

for (const seed of values.seed.map(Number))
	for (const ids of [true, false]) {
		const judged = judge(seed, Number(values.quotes), { ids });
		console.log(`\nSeed ${seed}, ${judged.all.quotes} quotes, ${ids ? 'with' : 'without'} the ids of blocks; shares in %`);
		print(linesOf(judged));
	}

console.log('\nTexts of 20 to 30 kB, 200 quotes in each');
const { edited, rewritten } = speeds(Number(values.seed[0]), Number(values.texts));
print([...linesOfSpeed('up to a tenth of the words changed', edited, 100), ...linesOfSpeed('rewritten', rewritten, 250)]);

console.log(missed === 0 ? '\nAll bounds hold.' : `\n${missed} bounds do not hold.`);
process.exitCode = missed === 0 ? 0 : 1;
