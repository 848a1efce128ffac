import type { RowKind, RowValuesByKind } from './row.ts';

/** The cells of a row, and the fields of each: a cell is read, written and merged as one. */
export const rowCells = {
	objective: { title: ['title'], description: ['description'] },
	action: {
		title: ['title'],
		description: ['description'],
		objective: ['objective'],
		lead: ['lead'],
		partners: ['partners'],
		outputs: ['outputs'],
		cost: ['costFrom', 'costTo', 'currency'],
		funding: ['funding'],
		dates: ['from', 'to'],
		state: ['state'],
		practice: ['practice', 'module']
	},
	indicator: {
		title: ['title'],
		objective: ['objective'],
		baseline: ['baseline'],
		target: ['target'],
		unit: ['unit'],
		source: ['source'],
		measurements: ['measurements']
	},
	risk: { title: ['title'], likelihood: ['likelihood'], effect: ['effect'], answer: ['answer'] },
	budget: { title: ['title'], amount: ['amount', 'currency'], source: ['source'], share: ['share'] }
} as const satisfies { [Kind in RowKind]: Record<string, readonly (keyof RowValuesByKind[Kind])[]> };

export type RowCell = { [Kind in RowKind]: keyof (typeof rowCells)[Kind] }[RowKind];

/** The names of a kind's cells, in the order of a form. */
export function cellsOf(kind: RowKind): RowCell[] {
	return Object.keys(rowCells[kind]) as RowCell[];
}

/** The fields of a cell; none where the kind has no such cell. */
export function fieldsOfCell(kind: RowKind, cell: string): readonly string[] {
	const cells: Record<string, readonly string[]> = rowCells[kind];
	return Object.hasOwn(cells, cell) ? (cells[cell] ?? []) : [];
}

/** Fields of one line of words, and those of several; all others are merged as a whole. */
export const lineCells: readonly string[] = ['title', 'lead', 'partners', 'funding', 'unit', 'source'];
export const textCells: readonly string[] = ['description', 'outputs', 'answer'];

/** Whether a cell holds people's own words, in the language of the plan; others are told in the reader's. */
export function isTyped(cell: RowCell): boolean {
	return lineCells.includes(cell) || textCells.includes(cell);
}

/** How much a row may hold: characters, or how many. */
export const rowLimits = { title: 200, line: 300, text: 3000, unit: 40, measurements: 100 };

/** What a row says before anything is told. */
export const untoldRow: { readonly [Kind in RowKind]: RowValuesByKind[Kind] } = {
	objective: { title: '', description: '' },
	action: {
		title: '',
		description: '',
		objective: null,
		lead: '',
		partners: '',
		outputs: '',
		costFrom: null,
		costTo: null,
		currency: null,
		funding: '',
		from: null,
		to: null,
		state: null,
		practice: null,
		module: null
	},
	indicator: { title: '', objective: null, baseline: null, target: null, unit: '', source: '', measurements: [] },
	risk: { title: '', likelihood: null, effect: null, answer: '' },
	budget: { title: '', amount: null, currency: null, source: '', share: null }
};
