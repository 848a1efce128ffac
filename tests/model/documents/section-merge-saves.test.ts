import { expect, test } from 'vitest';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { blockIdsOf } from '#lib/model/documents/section-ids.ts';
import { mergeSections as mergeIn } from '#lib/model/documents/section-merge.ts';
import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { acts, Writer, type Act } from './section-edits.ts';
import { eachSeed, type SectionMaker } from './section-random.ts';

/*
 * The same edits as one save and as fifty. A section remembers no wishes: where two want something else for one and the same
 * thing (the kind of a block, its place, the order of words that both put at one place), who saved first has it, and with more
 * saves that is somebody else for each of them. Everything else ends the same.
 */

const merge = (base: SectionDoc, mine: SectionDoc, theirs: SectionDoc) => mergeIn(base, mine, theirs, { timeout: 60_000 });

interface Path {
	base: SectionDoc;
	mine: Writer;
	theirs: Writer;
	/** What stands after all saves. */
	stands: SectionDoc;
	/** Words of clashes on the way. */
	shown: string;
	clashed: boolean;
}

/** Both save in turns, as often as chance says, each since what they saved last. */
function saved(
	{ random }: SectionMaker,
	base: SectionDoc,
	sides: { mine: [Writer, readonly Act[]]; theirs: [Writer, readonly Act[]] }
): Path {
	const known = new Map<Writer, SectionDoc>();
	const path: Path = { base, mine: sides.mine[0], theirs: sides.theirs[0], stands: base, shown: '', clashed: false };
	for (let saves = 1 + random.below(50); saves > 0; saves -= 1) {
		const [side, may] = random.chance(0.3) ? sides.theirs : sides.mine;
		const save = side.do(random.pick(may)).doc;
		const { doc, clashes } = merge(known.get(side) ?? base, save, path.stands);
		path.clashed ||= clashes.length > 0;
		path.shown += clashes.map((clash) => textOf({ type: 'doc', content: [...clash.mine, ...clash.theirs] })).join('\n');
		known.set(side, save);
		path.stands = doc;
	}
	return path;
}

const typed = (doc: SectionDoc): string[] => (textOf(doc).match(/(?:mana|citu)\d+w/g) ?? []).sort();

/** What is done within one block. */
const inBlock: Act[] = ['type', 'type', 'replace', 'erase', 'bold', 'heading', 'list', 'split', 'footnote', 'say note'];

test('edits of different blocks end the same, as one save and as fifty', () => {
	eachSeed(300, (maker) => {
		const { random } = maker;
		const base = maker.section();
		const share = new Map(blockIdsOf(base).map((id) => [id, random.chance(0.5)]));
		const writer = (name: string, mine: boolean) =>
			new Writer(base, name, random, (id) => (share.get(id) ?? true) === mine || !share.has(id));
		const { mine, theirs, stands, clashed } = saved(maker, base, {
			mine: [writer('mana', true), inBlock],
			theirs: [writer('citu', false), inBlock]
		});
		expect(clashed).toBe(false);
		expect(merge(base, mine.doc, theirs.doc).doc).toEqual(stands);
	});
}, 60_000);

/** What changes the kind or the place of blocks, and leaves the words in each of them together. */
const around: Act[] = [
	'add',
	'heading',
	'list',
	'unlist',
	'quote',
	'move',
	'copy',
	'say note',
	'row',
	'column',
	'table',
	'into cell',
	'picture'
];

test('typing and what another does around it, in the same blocks too, end the same, as one save and as fifty', () => {
	eachSeed(300, (maker) => {
		const base = maker.section();
		const { mine, theirs, stands, clashed } = saved(maker, base, {
			mine: [new Writer(base, 'mana', maker.random), ['type']],
			theirs: [new Writer(base, 'citu', maker.random), around]
		});
		expect(clashed).toBe(false);
		expect(merge(base, mine.doc, theirs.doc).doc).toEqual(stands);
	});
}, 60_000);

test('whatever both do, and however often they save: no word is lost, and where nothing clashed the same words stand', () => {
	eachSeed(300, (maker) => {
		const base = maker.section();
		const { mine, theirs, stands, shown, clashed } = saved(maker, base, {
			mine: [new Writer(base, 'mana', maker.random), acts],
			theirs: [new Writer(base, 'citu', maker.random), acts]
		});
		expect(sectionSchema.safeParse(stands).error).toBeUndefined();
		const told = textOf(stands) + shown;
		for (const side of [mine, theirs]) {
			const now = textOf(side.doc);
			expect(side.words.filter((word) => now.includes(word) && !told.includes(word))).toEqual([]);
		}
		const once = merge(base, mine.doc, theirs.doc);
		if (!clashed && once.clashes.length === 0) expect(typed(once.doc)).toEqual(typed(stands));
	});
}, 60_000);
