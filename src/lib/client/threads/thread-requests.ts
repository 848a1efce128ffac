import type { Refetch } from './live-thread.svelte.ts';
import type { HiddenText, Post } from '../../model/threads/posts.ts';

/** What a thread's page fetches besides what the stream brings. */
export interface ThreadRequests extends Pick<Refetch, 'post' | 'answers'> {
	/** The text of a hidden post, for those who may read it. */
	hidden(seq: number): Promise<HiddenText | null>;
}

/** @param address of the thread's page */
export function threadRequests(address: string): ThreadRequests {
	const get = async (path: string) => {
		const answer = await fetch(`${address}/p/${path}`, { headers: { accept: 'application/json' } });
		if (!answer.ok) throw new Error(String(answer.status));
		return answer.json();
	};
	return {
		post: async (seq) => ((await get(String(seq))) as { post: Post }).post,
		hidden: async (seq) => ((await get(String(seq))) as { hidden: HiddenText | null }).hidden,
		answers: async (root, before) => ((await get(`${root}/answers?before=${before}`)) as { answers: Post[] }).answers
	};
}
