/** A line of a table that people read and review. */
export interface Marked<Column extends string> {
	/** Before the first gap: what is done. */
	what: string;
	/** After it: to what. */
	state: string;
	marks: Record<Column, string>;
}

/** A table whose first line names its columns; lines without a bar are left out. @throws where a line cannot be read */
export function marked<Column extends string>(text: string): Marked<Column>[] {
	const [head, ...rows] = text.split('\n').filter((line) => line.includes('|'));
	const columns = cells(head?.split('|')[1] ?? '') as Column[];
	return rows.map((line) => {
		const [said = '', answers = ''] = line.split('|');
		const [what = '', ...state] = said.trim().split(/\s{2,}/);
		const marks = cells(answers);
		if (marks.length !== columns.length) throw new Error(`This line of the table cannot be read: ${line}`);
		return {
			what,
			state: state.join(' '),
			marks: Object.fromEntries(columns.map((one, n) => [one, marks[n]])) as Record<Column, string>
		};
	});
}

function cells(text: string): string[] {
	return text.trim().split(/\s+/);
}
