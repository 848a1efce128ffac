import { median, type Part, type Sample } from './sample.ts';
import { quiet, whyVoid } from './usage.ts';

export interface Round {
	other: Sample;
	ours: Sample;
	ratio: number;
	/** What an earlier build showed, where there is one. */
	earlier?: Sample;
	/** Why this round does not count; null when it does. */
	void: string | null;
}

export interface Compared {
	rounds: Round[];
	/** Of the rounds that count, or of all when none does. */
	ratio: number;
	lowest: number;
	highest: number;
	other: number;
	ours: number;
	/** Beside an earlier build: its figure, and ours to it. */
	against?: { earlier: number; ratio: number; lowest: number; highest: number };
	verdict: 'reached' | 'missed' | 'void';
}

interface Settings {
	/** Rounds that must count. */
	rounds: number;
	/** Seconds to wait for a quiet machine before each. */
	patience: number;
	say: (line: string) => void;
}

/** The sides in turn, A B A B, until enough rounds count or twice as many were tried. */
export async function compare(part: Part, { rounds: wanted, patience, say }: Settings): Promise<Compared> {
	const rounds: Round[] = [];
	const counting = () => rounds.filter((round) => round.void === null);
	while (counting().length < wanted && rounds.length < 2 * wanted) {
		await quiet(patience);
		const other = await part.other();
		const ours = await part.ours();
		const earlier = await part.earlier?.();
		const round: Round = { other, ours, ratio: ours.figure / other.figure, void: voided(part, other, ours, earlier) };
		if (earlier) round.earlier = earlier;
		rounds.push(round);
		say(inWords(part, round, rounds.length));
	}
	return summed(part, rounds, counting());
}

function voided({ sides }: Part, other: Sample, ours: Sample, earlier?: Sample): string | null {
	const of = (name: string, { fault, usage }: Sample) => {
		const why = fault ?? whyVoid(usage);
		return why && `${name}: ${why}`;
	};
	return of(sides[0], other) ?? of(sides[1], ours) ?? (earlier ? of('earlier build', earlier) : null);
}

function summed(part: Part, rounds: Round[], counting: Round[]): Compared {
	const used = counting.length > 0 ? counting : rounds;
	const ratios = used.map(({ ratio }) => ratio);
	const ratio = median(ratios);
	const against = againstEarlier(used);
	const within = Object.entries(part.bounds ?? {}).every(([name, most]) => used.every(({ ours }) => (ours.more[name] ?? 0) <= most));
	const reached = ('most' in part.must ? ratio <= part.must.most : ratio >= part.must.least) && within;
	return {
		rounds,
		ratio,
		lowest: Math.min(...ratios),
		highest: Math.max(...ratios),
		other: median(used.map(({ other }) => other.figure)),
		ours: median(used.map(({ ours }) => ours.figure)),
		...(against && { against }),
		verdict: counting.length === 0 ? 'void' : reached ? 'reached' : 'missed'
	};
}

function againstEarlier(rounds: Round[]): Compared['against'] {
	const both = rounds.flatMap(({ earlier, ours }) => (earlier ? [{ earlier: earlier.figure, ratio: ours.figure / earlier.figure }] : []));
	if (both.length === 0) return undefined;
	const ratios = both.map(({ ratio }) => ratio);
	return {
		earlier: median(both.map(({ earlier }) => earlier)),
		ratio: median(ratios),
		lowest: Math.min(...ratios),
		highest: Math.max(...ratios)
	};
}

function inWords({ unit, digits, sides }: Part, { other, ours, earlier, ratio, void: why }: Round, n: number): string {
	const side = (name: string, { figure, usage, more }: Sample) => {
		const cores = `server ${usage.server.toFixed(2)}, postgres ${usage.postgres.toFixed(2)}, generator ${usage.generator.toFixed(2)}, others ${usage.others.toFixed(2)}`;
		const beside = Object.entries(more).map(([key, value]) => `${key} ${value.toFixed(digits)}`);
		return `      ${name.padEnd(16)} ${figure.toFixed(digits)} ${unit} (${beside.join(', ')}; cores: ${cores})`;
	};
	const toEarlier = earlier ? `, ${(ours.figure / earlier.figure).toFixed(2)} x of the earlier build` : '';
	return [
		`  round ${n}: ${ratio.toFixed(2)} x${toEarlier}${why ? `, void: ${why}` : ''}`,
		side(sides[0], other),
		side(sides[1], ours),
		...(earlier ? [side('earlier build', earlier)] : [])
	].join('\n');
}
