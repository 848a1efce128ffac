import { and, eq } from 'drizzle-orm';
import type { CellClash } from '#lib/model/plans/rows/merge.ts';
import type { Transaction } from '../../db/client.ts';
import { rowClashes } from '../../db/schema/plan-rows.ts';

type Sides = Omit<CellClash, 'cell'>;

interface OfWhom {
	row: string;
	cell: string;
	by: string;
}

const which = ({ row, cell, by }: OfWhom) => and(eq(rowClashes.rowId, row), eq(rowClashes.cell, cell), eq(rowClashes.authorId, by));

/** Keeps what somebody wrote beside what stands, until they choose. */
export async function keepCellAside(tx: Transaction, { row, by, at, clash }: { row: string; by: string; at: Date; clash: CellClash }) {
	const { cell, ...sides } = clash;
	const mine = { value: sides satisfies Sides };
	await tx
		.insert(rowClashes)
		.values({ rowId: row, cell, authorId: by, mine, at })
		.onConflictDoUpdate({ target: [rowClashes.rowId, rowClashes.cell, rowClashes.authorId], set: { mine, at } });
}

/** Takes away what was kept aside in a cell, and says it; null where nothing was. */
export async function takeClash(tx: Transaction, one: OfWhom): Promise<Sides | null> {
	const [clash] = await tx.delete(rowClashes).where(which(one)).returning({ mine: rowClashes.mine });
	return clash ? (clash.mine.value as Sides) : null;
}
