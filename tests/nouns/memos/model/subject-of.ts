import type { Subject } from '#lib/model/threads/subject.ts';
import type { Memo } from './memo.ts';

/** The memo as its thread knows it. */
export function subjectOf({ id, stream, network }: Pick<Memo, 'id' | 'stream' | 'network'>, audience: readonly string[]): Subject {
	return { kind: 'memo', id, stream, network, audience, href: `/memos/${id}` };
}
