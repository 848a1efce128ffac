/** The colours of a city's mark: its ground, its line by day and by night, its letters. */
export interface MarkColours {
	fill: string;
	edge: string;
	edgeDark: string;
	ink: string;
}

const white = '#ffffff';
const black = '#1a1d24';
const paper = '#eeece6';
const night = '#201f1c';
const lineContrast = 3.1;

/** Grounds for those who choose none: deep, mid and light in turn, the hues far apart. */
const grounds = [
	'#0f366d',
	'#af452b',
	'#f7b69a',
	'#6c1029',
	'#177a83',
	'#efc558',
	'#45216c',
	'#5365b3',
	'#b6dfa0',
	'#0c3a26',
	'#9b4a83',
	'#d2bcef',
	'#5a2d0c',
	'#2f7d4f',
	'#a9d8e8',
	'#2b2f6b',
	'#8f6a05',
	'#e9c4b0',
	'#0b4a50',
	'#b03a6a',
	'#cfd98a',
	'#4a1444',
	'#3d74a8',
	'#f2b8c6'
] as const;

/** The ground for the city at this place (from 0) of the network's order. */
export function groundAt(place: number): string {
	return grounds[place % grounds.length] ?? grounds[0];
}

/** Letters that can be read on the ground, and the same colour as a line that stands out on either paper. */
export function coloursOn(fill: string): MarkColours {
	return {
		fill,
		ink: contrast(fill, white) >= contrast(fill, black) ? white : black,
		edge: until(fill, '#000000', paper),
		edgeDark: until(fill, '#ffffff', night)
	};
}

/** The colour moved towards another until it stands out from the ground. */
function until(colour: string, towards: string, ground: string): string {
	for (let share = 0; share < 1; share += 0.04) {
		const mixed = mix(colour, towards, share);
		if (contrast(mixed, ground) >= lineContrast) return mixed;
	}
	return towards;
}

function mix(a: string, b: string, share: number): string {
	const of = channels(b);
	return `#${channels(a)
		.map((value, at) => Math.round(value + ((of[at] ?? 0) - value) * share))
		.map((value) => value.toString(16).padStart(2, '0'))
		.join('')}`;
}

/** The ratio of the Web Content Accessibility Guidelines, 1 to 21. */
export function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
