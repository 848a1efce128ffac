import { vi } from 'vitest';
import { longEnough } from '#lib/client/threads/on-screen.ts';
import { ReadMarks } from '#lib/client/threads/read-marks.svelte.ts';
import type { ReadingLine } from '#lib/client/threads/tell-marks.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import { newPost, type Post } from '#lib/model/threads/posts.ts';
import type { Ranges } from '#lib/model/threads/ranges.ts';
import { joined, nothingRead, settled, type ReadState } from '#lib/model/threads/read-state.ts';
import type { Elsewhere, Folded } from '#lib/model/threads/thread.ts';
import { saying } from './saying.ts';

export const elio = { id: 'elio', name: 'Elio', city: null, role: 'expert' as const, expertKind: 'lead' as const };
export const written = (seq: number, root: number | null = null) =>
	newPost(seq, { id: `post-${seq}`, root, author: elio, at: '2017-03-30T11:40:00.000Z', lang: 'en', doc: saying(`${seq}`) });
export const nine = Array.from({ length: 9 }, (_, n) => written(n + 1));
export const upTo = (seq: number) => [{ stream: 'meeting:1', seq }];

/** A page on which posts come on screen, and its line, over which it tells what was read. */
export class ReadingPage {
	posts: Post[] = nine;
	elsewhere: Elsewhere[] = [];
	untold: number | undefined;
	folded: Folded[] | undefined;
	/** What the page was loaded with. */
	loaded = 9;
	/** How much is unread, as the page counts it, and up to where. */
	left: UnreadCounts[string] | null = null;
	/** Whether the line is there. */
	up = true;
	/** After each telling, up to where the server knows that nothing is left to read. */
	readonly told: unknown[] = [];
	/** Posts come on screen and stand there for a moment. */
	onScreen: (...seqs: number[]) => void = () => {};
	inSight: (...seqs: number[]) => void = () => {};
	outOfSight: (...seqs: number[]) => void = () => {};
	/** What the browser says of what is seen. */
	report: (entries: object[]) => void = () => {};
	#known = nothingRead;

	constructor() {
		const observed = (report: (entries: object[]) => void): void => {
			this.onScreen = (...seqs) => {
				// The first report is of what one came upon.
				report([]);
				this.inSight(...seqs);
				vi.advanceTimersByTime(longEnough);
			};
			const entries = (seqs: number[], isIntersecting: boolean) =>
				seqs.map((seq) => ({ isIntersecting, intersectionRatio: Number(isIntersecting), target: { id: `p-${seq}` } }));
			this.report = report;
			this.inSight = (...seqs) => report(entries(seqs, true));
			this.outOfSight = (...seqs) => report(entries(seqs, false));
		};
		vi.stubGlobal(
			'IntersectionObserver',
			class {
				constructor(report: (entries: object[]) => void) {
					observed(report);
				}
				observe() {}
				disconnect() {}
			}
		);
	}

	/** How often what is unread was to be counted anew. */
	recounts = 0;

	readonly line: ReadingLine = {
		recount: () => void (this.recounts += 1),
		command: async (_name, { read }) => {
			if (!this.up) throw new Error('no connection');
			for (const { stream, ...more } of read as ({ stream: string } & ReadState)[]) {
				this.#known = joined(this.#known, more);
				this.told.push([{ stream, seq: unbrokenUpTo(settled(this.#known)) }]);
			}
			return { ok: null };
		}
	};

	marks(known = nothingRead): ReadMarks {
		return new ReadMarks('meeting:1', known, this.line, () => {
			const { posts, elsewhere, untold, folded, loaded } = this;
			return {
				thread: { posts, later: false, elsewhere, ...(untold !== undefined && { untold }), ...(folded && { folded }) },
				reader: 'ilze',
				loaded,
				left: () => this.left
			};
		});
	}

	/** Within this everything has been told, however the delays fell. */
	async rested(): Promise<void> {
		await vi.advanceTimersByTimeAsync(8000);
	}
}

function unbrokenUpTo([first]: Ranges): number {
	return first?.[0] === 1 ? first[1] : 0;
}
