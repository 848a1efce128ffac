import type { Sql } from 'postgres';
import { randomUUID } from 'node:crypto';
import { planStream } from '#lib/model/plans/plan.ts';
import type { ProductSide } from './live-side.ts';
import { planId } from './seed/names.ts';
import { written } from './seed/plans.ts';

/** The product, whose threads are those of plans: the first of the plan that is written in. */
export function plansOf(ours: ProductSide): ProductSide {
	const stream = planStream(planId(written.plan));
	return {
		...ours,
		async head(sql: Sql) {
			const [row] = await sql<{ seq: string }[]>`select seq from streams where id = ${stream}`;
			return Number(row?.seq ?? 0);
		},
		follow: (line, _thread, seq, look) => line.ask('follow', { stream, seq, packed: true }, look),
		async post(line, _thread, text) {
			const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
			const input = { commandId: randomUUID(), stream, doc, lang: 'en', replyTo: null, files: [] };
			const answer = await line.ask('command', { name: 'postMessage', input });
			if (!(answer instanceof Object && 'ok' in answer)) throw new Error(`A post was refused: ${JSON.stringify(answer)}`);
		}
	};
}
