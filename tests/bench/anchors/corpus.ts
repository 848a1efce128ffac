import { Chance } from './chance.ts';
import { EditedText, type Stretch } from './edited-text.ts';
import { anyEdit, session } from './edits.ts';
import { languages } from './languages.ts';
import { paragraph, sentence, wordsOf } from './prose.ts';

export interface Case {
	old: Stretch & { blocks: { id: string; start: number; end: number }[] };
	now: Stretch & { blocks: { id: string; start: number; end: number }[] };
	/** What was saved in between. */
	between: string[];
	language: string;
}

/** A text of 1 to 30 kB (or of so many characters) and what some edits, or a session of them, made of it. */
export function caseOf(seed: number, length?: number): Case {
	const chance = new Chance(seed);
	const name = chance.one(Object.keys(languages));
	const language = languages[name] ?? languages.en;
	if (!language) throw new Error('No language');
	const text = new EditedText();
	const drawn = Math.round(Math.exp(Math.log(1000) + chance.next() * Math.log(30)));
	const size = length ?? drawn;
	const stock = Array.from({ length: 3 }, () =>
		chance.is(0.5) ? sentence(chance, language) : `${wordsOf(chance, language, chance.whole(2, 5))}:`
	);
	while (text.size < size) {
		if (chance.is(0.15)) text.push(wordsOf(chance, language, chance.whole(2, 6)));
		const told = paragraph(chance, language);
		text.push(chance.is(0.2) ? `${chance.one(stock)} ${told}` : told);
	}
	const old = text.flat();
	const writing = { text, chance, language };
	const between: string[] = [];
	if (chance.is(0.5)) for (let n = chance.whole(1, Math.max(2, Math.round(size / 400))); n > 0; n -= 1) anyEdit(writing);
	else session(writing, chance.whole(3, Math.max(6, Math.round(size / 400))), () => between.push(text.flat().text));
	return { old, now: text.flat(), between, language: name };
}

/** A text in which every sentence is thrown away or reworked, and every paragraph stands elsewhere. */
export function rewritten(seed: number, length: number): Case {
	const chance = new Chance(seed);
	const one = caseOf(seed, length);
	const other = caseOf(seed + 500_000, length);
	const lines = one.old.blocks.map(({ start, end }) => one.old.text.slice(start, end));
	const others = other.old.blocks.map(({ start, end }) => other.old.text.slice(start, end));
	const mixed = lines.map((line, n) =>
		line
			.split(' ')
			.map((word, place) => (place % 3 === 0 ? word : (others[n % others.length]?.split(' ')[place] ?? word)))
			.join(' ')
	);
	for (let n = mixed.length - 1; n > 0; n -= 1) {
		const place = chance.whole(0, n);
		[mixed[n], mixed[place]] = [mixed[place] ?? '', mixed[n] ?? ''];
	}
	const text = mixed.map((line) => `${line}\n`).join('');
	return { ...one, now: { text, fates: Array.from(text, () => 0), blocks: [] } };
}
