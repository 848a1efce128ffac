import type {
	FlowBlock,
	SectionBlock,
	SectionDoc,
	SectionInline,
	SectionListItem,
	SectionMark,
	SectionParagraph,
	SectionTable,
	SectionTableCell
} from '#lib/model/documents/section-doc.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
	#state: number;
	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 to before 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from 0 to before `end`. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(all: readonly T[]): T {
		return all[this.below(all.length)] as T;
	}
}

const vocabulary = [
	...[
		'pilsēta',
		'plāns',
		'l’eau',
		'col·legi',
		'Straße',
		'the',
		'of',
		'and',
		'a',
		'to',
		'pie',
		'un',
		'ielas',
		'młodzież',
		'über',
		'façade'
	],
	...['rīcība', 'budget', '12 000', '85', '10,5', 'quai', 'ēka', 'bridge', 'school', 'river', 'garden', 'market', 'station', 'people']
];
const between = [' ', ' ', ' ', ' ', ' ', ', ', '. ', ' « ', ' » ', '\u202f: ', ' – ', ' ’ '];
const addresses = [
	'https://example.org/a',
	'mailto:ilze@example.org',
	'swing:city/da',
	'swing:practice/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b'
];
export const someFile = '0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b';

/** Makes sections; ids count on, so that none is made twice. */
export class SectionMaker {
	readonly random: Random;
	readonly #name: string;
	#count = 0;

	/** @param name begins the ids: small letters */
	constructor(random: Random, name: string) {
		this.random = random;
		this.#name = name;
	}

	id(): string {
		return `${this.#name}${String((this.#count += 1)).padStart(4, '0')}`;
	}

	words(most: number): string {
		const { random } = this;
		return Array.from({ length: 1 + random.below(most) }, () => random.pick(vocabulary) + random.pick(between)).join('');
	}

	marks(): SectionMark[] | undefined {
		const { random } = this;
		if (random.chance(0.7)) return undefined;
		const marks: SectionMark[] = [];
		if (random.chance(0.3)) marks.push({ type: 'link', attrs: { href: random.pick(addresses) } });
		if (random.chance(0.5)) marks.push({ type: 'bold' });
		if (random.chance(0.4)) marks.push({ type: 'italic' });
		return marks.length > 0 ? marks : undefined;
	}

	inline(most: number): SectionInline[] {
		const { random } = this;
		return Array.from({ length: random.below(4) }, (): SectionInline => {
			if (random.chance(0.06)) return { type: 'hardBreak' };
			if (random.chance(0.08)) return { type: 'footnote', attrs: { id: this.id(), text: this.words(5) } };
			const marks = this.marks();
			return { type: 'text', text: this.words(most), ...(marks && { marks }) };
		});
	}

	paragraph(most = 8): SectionParagraph {
		return { type: 'paragraph', attrs: { id: this.id() }, content: this.inline(most) };
	}

	item(depth: number): SectionListItem {
		return { type: 'listItem', attrs: { id: this.id() }, content: [this.paragraph(), ...this.flow(depth, 2)] };
	}

	list(depth: number): FlowBlock {
		const content = Array.from({ length: 1 + this.random.below(3) }, () => this.item(depth - 1));
		const id = this.id();
		if (this.random.chance(0.5)) return { type: 'bulletList', attrs: { id }, content };
		return { type: 'orderedList', attrs: { id, start: this.random.pick([1, 1, 7]) }, content };
	}

	flow(depth: number, most: number): FlowBlock[] {
		return Array.from({ length: this.random.below(most) }, () =>
			depth > 0 && this.random.chance(0.25) ? this.list(depth) : this.paragraph()
		);
	}

	cell(): SectionTableCell {
		const type = this.random.chance(0.2) ? 'tableHeader' : 'tableCell';
		return { type, attrs: { id: this.id(), colspan: 1, rowspan: 1 }, content: [this.paragraph(3), ...this.flow(1, 2)] };
	}

	/** Some cells cover more than one place; what they take away is left out of the row. */
	table(): SectionTable {
		const { random } = this;
		const [rows, columns] = [1 + random.below(4), 1 + random.below(4)];
		const covered = Array.from({ length: rows }, () => new Set<number>());
		const content = Array.from({ length: rows }, (_, row) => ({
			type: 'tableRow' as const,
			attrs: { id: this.id() },
			content: Array.from({ length: columns }, (__, column) => column).flatMap((column) => {
				if (covered[row]?.has(column)) return [];
				const cell = this.cell();
				const wide = column + 1 < columns && !covered[row]?.has(column + 1) && random.chance(0.1) ? 2 : 1;
				const high = row + 1 < rows && random.chance(0.1) ? 2 : 1;
				for (let down = 0; down < high; down += 1)
					for (let right = 0; right < wide; right += 1) covered[row + down]?.add(column + right);
				return [{ ...cell, attrs: { ...cell.attrs, colspan: wide, rowspan: high } }];
			})
		}));
		return { type: 'table', attrs: { id: this.id() }, content };
	}

	block(): SectionBlock {
		const { random } = this;
		const kind = random.next();
		if (kind < 0.5) return this.paragraph();
		if (kind < 0.65) return { type: 'heading', attrs: { id: this.id(), level: random.pick([1, 2, 3]) }, content: this.inline(3) };
		if (kind < 0.8) return this.list(2);
		if (kind < 0.87) return { type: 'blockquote', attrs: { id: this.id() }, content: [this.paragraph(), ...this.flow(1, 3)] };
		if (kind < 0.93) return this.table();
		const alt = random.pick([null, '', 'Tilts']);
		return { type: 'picture', attrs: { id: this.id(), file: someFile, alt, caption: random.chance(0.5) ? this.words(4) : '' } };
	}

	/** A section in canonical shape. */
	section(most = 8): SectionDoc {
		return normalizeSection({ type: 'doc', content: Array.from({ length: 1 + this.random.below(most) }, () => this.block()) });
	}
}

/** So many sections, each with its seed, which a failing test names. */
export function eachSeed(count: number, tell: (maker: SectionMaker, seed: number) => void): void {
	for (let seed = 1; seed <= count; seed += 1) {
		try {
			tell(new SectionMaker(new Random(seed), 'base'), seed);
		} catch (error) {
			throw new Error(`With seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
		}
	}
}
