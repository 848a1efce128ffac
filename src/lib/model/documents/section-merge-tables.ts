import { sectionLimits, type SectionTable, type SectionTableCell } from './section-doc.ts';
import { emptyCell } from './section-normalize.ts';
import { mergeOrder } from './section-order.ts';
import { gridOf, tableRowsOf, type PlacedCell, type TableGrid } from './section-table.ts';
import type { Versions } from './section-words.ts';

export interface MergedTable {
	/** Its cells hold what they held in one of the versions. */
	table: SectionTable;
	/** Cells that found no place, and the cell that takes what is in them. */
	instead: Map<string, string>;
}

interface Sided {
	grid: TableGrid;
	rows: string[];
	/** A name of each column that is the same in every version. */
	columns: string[];
	cells: Map<string, PlacedCell>;
}

function sided(table: SectionTable | undefined, base: Sided | null): Sided {
	const content = table?.content ?? [];
	const grid = gridOf({ content });
	const cells = new Map(grid.cells.map((placed) => [placed.cell.attrs.id, placed]));
	return { grid, rows: content.map(({ attrs }) => attrs.id), columns: columnsOf(grid, base), cells };
}

/** Columns have no ids: one is the column of the base in which most of its cells stood, a new one has the name of its first cell. */
function columnsOf({ columns, cells, at }: TableGrid, base: Sided | null): string[] {
	const own = Array.from({ length: columns }, (_, column) => {
		const first = at.find((line) => line[column])?.[column];
		return first ? `${first.cell.attrs.id} ${column - first.column}` : String(column);
	});
	const votes = new Map<string, number>();
	for (const { cell, column, width, height } of cells) {
		const before = base?.cells.get(cell.attrs.id);
		if (!before) continue;
		for (let place = 0; place < Math.min(width, before.width); place += 1) {
			const vote = `${column + place} ${before.column + place}`;
			votes.set(vote, (votes.get(vote) ?? 0) + height);
		}
	}
	const [given, taken] = [new Set<number>(), new Set<number>()];
	for (const [vote] of [...votes].sort(([, one], [, other]) => other - one)) {
		const [column = 0, before = 0] = vote.split(' ').map(Number);
		if (given.has(column) || taken.has(before)) continue;
		given.add(column);
		taken.add(before);
		own[column] = base?.columns[before] ?? '';
	}
	// A new column may begin with a cell that stood elsewhere: its name is not to be that of another.
	return own.map((name, column) => (own.indexOf(name) < column ? `${name} ${column}` : name));
}

type Sides = Versions<Sided>;

interface MergedLines {
	lines: string[];
	/** Those for which there is no room, and the one whose cells take what is in theirs. */
	instead: Map<string, string>;
}

/** Rows or columns of both: what neither took away, what either added, and what something that stays needs. */
function linesOf(all: Sides, of: 'rows' | 'columns', needed: ReadonlySet<string>, isOneGone: boolean): MergedLines {
	const [base, standing, coming] = [all.base[of], all.standing[of], all.coming[of]];
	const [before, stands, comes] = [new Set(base), new Set(standing), new Set(coming)];
	const keeps = (id: string): boolean => {
		if (needed.has(id)) return true;
		if (isOneGone && of === 'rows') return false;
		return before.has(id) ? stands.has(id) && comes.has(id) : stands.has(id) || comes.has(id);
	};
	const merged = mergeOrder({ base, standing, coming }, keeps);
	// What both took away and something still needs.
	const both = [...merged, ...base.filter((id) => needed.has(id) && !merged.includes(id))];
	// What one added goes first, then what the other did: so everybody's old lines stay.
	const leaving = [both.filter((id) => !before.has(id) && !stands.has(id)), both.filter((id) => !before.has(id)), both];
	return withinLimit(both, sectionLimits[of], leaving);
}

/** As many lines as a table may have: two may each add as many as there was room for. */
function withinLimit(all: readonly string[], most: number, leaving: readonly (readonly string[])[]): MergedLines {
	const gone = new Set<string>();
	for (const ids of leaving)
		for (const id of ids.toReversed()) {
			if (all.length - gone.size <= most) break;
			gone.add(id);
		}
	const instead = new Map<string, string>();
	let kept = all.find((id) => !gone.has(id)) ?? '';
	for (const id of all) {
		if (gone.has(id)) instead.set(id, kept);
		else kept = id;
	}
	return { lines: all.filter((id) => !gone.has(id)), instead };
}

/** Which of the merged lines a cell covers, from the first of its own on: also those that came between. */
function reach(own: readonly string[], known: ReadonlySet<string>, merged: readonly string[]): [start: number, length: number] {
	const start = Math.max(0, ...own.slice(0, 1).map((id) => merged.indexOf(id)));
	const first = own.map((id) => merged.indexOf(id)).filter((at) => at >= 0);
	const from = first.length > 0 ? Math.min(...first) : start;
	const mine = new Set(own);
	let end = from + 1;
	for (let at = from + 1; at < merged.length; at += 1) {
		const id = merged[at] ?? '';
		if (mine.has(id)) end = at + 1;
		else if (known.has(id)) break;
	}
	return [from, end - from];
}

/** A cell's attributes, of the side that changed them. */
function cellOf(all: Sides, id: string): { cell: SectionTableCell; side: Sided; placed: PlacedCell } | null {
	const [was, theirs, mine] = [all.base.cells.get(id), all.standing.cells.get(id), all.coming.cells.get(id)];
	const size = (placed: PlacedCell): string => `${placed.width} ${placed.height}`;
	const placed = theirs && mine ? (was && size(theirs) === size(was) ? mine : theirs) : (theirs ?? mine ?? was);
	if (!placed) return null;
	const type = theirs && mine ? (was && theirs.cell.type === was.cell.type ? mine : theirs).cell.type : placed.cell.type;
	const side = placed === theirs ? all.standing : placed === mine ? all.coming : all.base;
	return { cell: { ...placed.cell, type }, side, placed };
}

/**
 * One table of two: rows by their ids, columns by the cells in them, so that a row of the one has a cell for a column of the
 * other. Always a rectangle.
 * @param needed cells in which something stays
 */
export function mergeTables(tables: Versions<SectionTable | undefined>, needed: ReadonlySet<string>): MergedTable | null {
	const known = tables.base ?? tables.standing ?? tables.coming;
	if (!known) return null;
	const base = sided(tables.base, null);
	const isOneGone = tables.base !== undefined && !(tables.standing && tables.coming);
	const orBase = (table: SectionTable | undefined): Sided => (table || !tables.base ? sided(table, base) : base);
	const all: Sides = { base, standing: orBase(tables.standing), coming: orBase(tables.coming) };
	const ids = new Set([...all.standing.cells.keys(), ...all.coming.cells.keys(), ...needed]);
	const sources = [...ids].flatMap((id) => {
		const source = cellOf(all, id);
		if (!source) return [];
		const isGone = base.cells.has(id) && !(all.standing.cells.has(id) && all.coming.cells.has(id));
		return isGone && !needed.has(id) ? [] : [{ id, ...source }];
	});
	const of = ({ id, side, placed }: (typeof sources)[number], line: 'rows' | 'columns'): string[] =>
		needed.has(id) ? side[line].slice(placed[line === 'rows' ? 'row' : 'column']).slice(0, 1) : [];
	const { lines: rows, instead: forRows } = linesOf(all, 'rows', new Set(sources.flatMap((source) => of(source, 'rows'))), isOneGone);
	const { lines: columns, instead: forColumns } = linesOf(
		all,
		'columns',
		new Set(sources.flatMap((source) => of(source, 'columns'))),
		isOneGone
	);
	const placed = sources.map(({ cell, side, placed: own }) => {
		const ownRows = side.rows.slice(own.row, own.row + own.height);
		const ownColumns = side.columns.slice(own.column, own.column + own.width);
		const isThere = ownRows.some((id) => rows.includes(id)) && ownColumns.some((id) => columns.includes(id));
		const roomIn = (ids: string[], given: Map<string, string>): string[] => (isThere ? ids : ids.map((id) => given.get(id) ?? id));
		const [row, height] = reach(roomIn(ownRows, forRows), new Set(side.rows), rows);
		const [column, width] = reach(roomIn(ownColumns, forColumns), new Set(side.columns), columns);
		return { cell, row, height, column, width, isThere };
	});
	return filled(known, rows, columns, placed, needed);
}

/** Cells in their places; one that would cover another covers less, or hands over what it holds. */
function filled(
	{ type, attrs }: SectionTable,
	rows: readonly string[],
	columns: readonly string[],
	cells: readonly (PlacedCell & { isThere: boolean })[],
	needed: ReadonlySet<string>
): MergedTable {
	const at: (string | undefined)[][] = rows.map(() => []);
	const instead = new Map<string, string>();
	const content: PlacedCell[] = [];
	const put = (placed: PlacedCell): void => {
		content.push(placed);
		for (let down = 0; down < placed.height; down += 1)
			for (let right = 0; right < placed.width; right += 1)
				(at[placed.row + down] ??= [])[placed.column + right] = placed.cell.attrs.id;
	};
	const isFree = (row: number, column: number): boolean => row < rows.length && column < columns.length && !at[row]?.[column];
	type Placed = (typeof cells)[number];
	// Who finds no room comes after those that stand there.
	const first = (one: Placed, other: Placed): number =>
		Number(other.isThere) - Number(one.isThere) || one.row - other.row || one.column - other.column;
	for (const { isThere, ...placed } of [...cells].sort(first)) {
		const { cell, row, column } = placed;
		const { id } = cell.attrs;
		if (!isThere && !needed.has(id)) continue;
		if (!isFree(row, column)) {
			const holder = at[row]?.[column];
			if (holder !== undefined && needed.has(id)) instead.set(id, holder);
			continue;
		}
		let width = 1;
		while (width < placed.width && isFree(row, column + width)) width += 1;
		let height = 1;
		while (
			height < placed.height &&
			Array.from({ length: width }, (_, right) => column + right).every((right) => isFree(row + height, right))
		)
			height += 1;
		put({ cell, row, column, width, height });
	}
	for (const [row, id] of rows.entries())
		for (const [column, name] of columns.entries())
			if (isFree(row, column)) put({ cell: emptyCell(id, name), row, column, height: 1, width: 1 });
	return { table: { type, attrs, content: tableRowsOf(rows, content) }, instead };
}
