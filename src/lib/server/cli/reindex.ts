import type { Services } from '../services.ts';
import { reindex } from '../search/index/reindex.ts';

/** Between two lines that say how far it came, in milliseconds. */
const everySoOften = 5000;

/** Makes the index anew and says how far it came. */
export async function reindexFromTerminal(services: Services, say: (line: string) => void): Promise<void> {
	let done = 0;
	let said = performance.now();
	await reindex(services, (changes) => {
		done += changes;
		if (performance.now() - said < everySoOften) return;
		said = performance.now();
		say(`Read so far: ${done}`);
	});
	const [row] = await services.sql<{ entries: string }[]>`select count(*) as entries from search_entries`;
	say(`The index is made anew (to be found: ${row?.entries ?? 0})`);
}
