import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { root } from '../support/sources.ts';

export interface Write {
	/** What it does, the same words as the database finds for it: `post <id>`, `edit <id> <revision>`, `delete <id>`. */
	does: string;
	/** What its author is shown; `sent` is a promise. */
	shown: 'waiting' | 'sent' | 'refused';
}

/** What a scene came to. */
export interface Sum {
	writes: number;
	acks: number;
	faults: number;
	lost: number;
	doubled: number;
}

/** What was written, what was shown as sent, and what was done to prevent it. */
export class Ledger {
	readonly writes = new Map<string, Write>();
	faults = 0;

	get acks(): number {
		return [...this.writes.values()].filter(({ shown }) => shown === 'sent').length;
	}

	/** Holds everything against what happened in the stream after `since`. */
	async sum(sql: Sql, stream: string, since: number): Promise<Sum> {
		const times = await whatHappened(sql, stream, since);
		const all = [...this.writes.values()];
		const asked = tally(all);
		const promised = tally(all.filter(({ shown }) => shown === 'sent'));
		return {
			writes: all.length,
			acks: this.acks,
			faults: this.faults,
			lost: beyond(promised, times),
			doubled: beyond(times, asked)
		};
	}
}

function tally(writes: Write[]): Map<string, number> {
	const times = new Map<string, number>();
	for (const { does } of writes) times.set(does, (times.get(does) ?? 0) + 1);
	return times;
}

/** How much of the first is not in the second. */
function beyond(first: Map<string, number>, second: Map<string, number>): number {
	return [...first].reduce((sum, [does, times]) => sum + Math.max(0, times - (second.get(does) ?? 0)), 0);
}

async function whatHappened(sql: Sql, stream: string, since: number): Promise<Map<string, number>> {
	const rows = await sql<{ does: string; times: number }[]>`
		select case name
				when 'post.posted' then 'post ' || (payload ->> 'id')
				when 'post.edited' then 'edit ' || (payload ->> 'id') || ' ' || (payload ->> 'revision')
				else 'delete ' || (payload ->> 'id')
			end as does, count(*)::int as times
		from events where stream = ${stream} and seq > ${since} group by 1`;
	return new Map(rows.map(({ does, times }) => [does, times]));
}

/** Prints what a scene has come to so far, and leaves it for the sum of all scenes. */
export function tell(scene: string, moment: string, sum: Sum): void {
	const words = Object.entries(sum).map(([name, number]) => `${name} ${number}`);
	console.log(`${scene}, ${moment}: ${words.join(', ')}`);
	mkdirSync(join(root, 'test-results'), { recursive: true });
	appendFileSync(join(root, 'test-results', 'faults.jsonl'), `${JSON.stringify({ scene, ...sum })}\n`);
}
