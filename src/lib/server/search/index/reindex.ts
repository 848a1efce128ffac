import type { Services } from '../../services.ts';
import { catchUp } from './catch-up.ts';
import { searchSources } from '../sources.ts';
import { alone } from './next-batch.ts';

/** Throws the index away and makes it anew, while a server runs or not; until it is done less is found. */
export async function reindex({ sql, log }: Pick<Services, 'sql' | 'log'>, told: (changes: number) => void = () => {}): Promise<void> {
	await sql.begin(async (tx) => {
		await alone(tx);
		await tx`truncate search_entries, search_words, search_cursors, search_due`;
		for (const { kind, all } of searchSources.get()) {
			if (all) await tx`insert into search_due (kind, subject_id) select ${kind}, id from (${tx.unsafe(all)}) its(id)`;
		}
	});
	await catchUp(sql, log, { most: 500, rest: 0, told });
}
