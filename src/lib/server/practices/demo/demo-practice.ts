import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { textFields, type TextField } from '#lib/model/practices/fields.ts';
import type { PracticeForm, Reason } from '#lib/model/practices/practice.ts';
import type { Figure, PracticeValues } from '#lib/model/practices/values.ts';

/** What an entry of the demo says; its texts are Markdown. What is left away is not told yet. */
export type DemoValues = Partial<Omit<PracticeValues, TextField> & Record<TextField, string>> &
	Pick<PracticeValues, 'lang' | 'title' | 'pitch'> & { summary: string };

/** An entry of the demo, and how far it came. */
export interface DemoPractice {
	/** First part of the address of who writes it, of the city that tells it. */
	by: string;
	form: PracticeForm;
	/** How many days before the demo is filled it was begun. */
	daysBefore: number;
	stage: 'draft' | 'submitted' | 'changes' | 'published';
	values: DemoValues;
	/** What its city changed after it was published, and published too. */
	later?: Partial<DemoValues>;
	/** Why a lead asks for changes. */
	reasons?: Reason[];
}

/** What it says, as somebody would send it. */
export function sentValues(values: Partial<DemoValues>): Partial<PracticeValues> {
	const texts = textFields.flatMap((field) => {
		const text = values[field];
		return text === undefined ? [] : [[field, fromMarkdown(text)]];
	});
	return { ...values, ...Object.fromEntries(texts) } as Partial<PracticeValues>;
}

/** A figure that was counted. */
export function measured(figure: Pick<Figure, 'what' | 'amount' | 'unit'> & Partial<Figure>): Figure {
	return { id: randomUUID(), before: null, year: null, source: '', kind: 'measured', ...figure };
}
