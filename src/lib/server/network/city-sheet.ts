import type { MarkShape } from '#lib/model/network/network.ts';

/** How a city's mark is drawn, as the database keeps it; the columns admit nothing but these forms. */
export interface MarkLooks {
	code: string;
	shape: MarkShape;
	fill: string;
	edge: string;
	edgeDark: string;
	ink: string;
}

/** Corner radii: top left, top right, bottom right, bottom left. */
const shapes: Record<MarkLooks['shape'], string> = {
	disc: '50%',
	block: '16%',
	arch: '50% 50% 14% 14%',
	shield: '14% 14% 50% 50%'
};

/** The marks of a network as a stylesheet: `--city` fills, `--edge` draws lines, by day and by night. */
export function citySheet(marks: readonly MarkLooks[]): string {
	return marks.map(rule).join('');
}

function rule({ code, shape, fill, edge, edgeDark, ink }: MarkLooks): string {
	return `[data-city='${code}']{--city:${fill};--edge:light-dark(${edge},${edgeDark});--on-city:${ink};--shape:${shapes[shape]}}\n`;
}
