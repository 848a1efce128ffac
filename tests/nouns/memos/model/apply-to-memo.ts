import type { Envelope } from '#lib/model/events.ts';
import type { Memo } from './memo.ts';

/** The memo after one more event of its stream; null before it is written. */
export function applyToMemo(memo: Memo | null, event: Envelope): Memo | null {
	switch (event.name) {
		case 'memo.written':
			return { ...event.payload, authorId: event.actor ?? '', stream: event.stream };
		case 'memo.renamed':
		case 'memo.dated':
			return memo && { ...memo, ...event.payload };
		default:
			return memo;
	}
}
