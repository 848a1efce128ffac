import type { Sql } from 'postgres';

/** Who may hear a stream from now on. */
export interface ChangedAudience {
	stream: string;
	/** Its groups; null where they are too many to be told: who hears the stream is asked anew. */
	audience: readonly string[] | null;
	/** Groups that were in it before. */
	gone: readonly string[];
	/** Groups that were not. */
	come: readonly string[];
	/** It was not heard what changed, or whether anything did. */
	unsure?: boolean;
}

/** Who may hear these streams of networks now, whether that changed or not. */
export async function audiencesOf(sql: Sql, streams: string[]): Promise<ChangedAudience[]> {
	const rows = await sql<{ stream: string; audience: string[] }[]>`
		select id as stream, audience from streams where id = any(${streams}) and network_id is not null`;
	return rows.map(({ stream, audience }) => ({ stream, audience, gone: [], come: [], unsure: true }));
}
