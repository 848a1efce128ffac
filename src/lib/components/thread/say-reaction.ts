import type { Formatter } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/m';
import type { Reaction } from '#lib/model/threads/reactions.ts';
import { reactionWords } from './reaction-words.ts';

const most = 12;

/** Which reaction, how many gave it, and who; the reader is told as such. */
export function sayReaction({ kind, by }: Reaction, me: string | undefined, format: Formatter): string {
	const count = by.length;
	const names = by.slice(0, most).map(({ id, name }) => (id === me ? m.thread_react_you() : name));
	if (count > most) names.push(m.thread_react_others({ count: count - most }));
	return m.thread_reacted({ reaction: reactionWords[kind](), count, people: format.list(names) });
}
