import type { Compared } from './compare.ts';
import type { Part } from './sample.ts';

export interface Row {
	part: Part;
	compared: Compared;
}

const heads = ['work', 'beside', 'ours', 'ratio', 'spread', 'must be', 'rounds', '', 'earlier build', 'ratio', 'spread'];

const withoutEarlier = heads.indexOf('earlier build');

/** The result for people: one line a part, absolute figures beside every ratio. */
export function table(rows: Row[]): string {
	const columns = rows.some(({ compared }) => compared.against) ? heads.length : withoutEarlier;
	const lines = [heads, ...rows.map(cells)].map((line) => line.slice(0, columns));
	const widths = heads.slice(0, columns).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	return lines
		.map((line) =>
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

function cells({ part: { title, unit, digits, must, sides, bounds }, compared }: Row): string[] {
	const { rounds, ratio, lowest, highest, other, ours, against, verdict } = compared;
	const counted = rounds.filter((round) => round.void === null).length;
	const limits = Object.entries(bounds ?? {}).map(([name, most]) => {
		const seen = Math.max(...rounds.map((round) => round.ours.more[name] ?? NaN));
		return `, ${seen.toFixed(0)} of ${most} ${name}`;
	});
	return [
		title,
		`${other.toFixed(digits)} ${unit} (${sides[0]})`,
		`${ours.toFixed(digits)} ${unit}${limits.join('')}`,
		`${ratio.toFixed(2)} x`,
		`${lowest.toFixed(2)}–${highest.toFixed(2)}`,
		'most' in must ? `at most ${must.most} x` : `at least ${must.least} x`,
		`${counted} of ${rounds.length}`,
		verdict,
		...(against
			? [
					`${against.earlier.toFixed(digits)} ${unit}`,
					`${against.ratio.toFixed(2)} x`,
					`${against.lowest.toFixed(2)}–${against.highest.toFixed(2)}`
				]
			: [])
	];
}
