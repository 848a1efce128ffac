import { stateOf, type Post, type PostState } from './posts.ts';

/** What a thread hangs on, as the policy asks about it. */
export interface ThreadSubject {
	/** Of what kind it is, for instance `meeting`: the noun of that kind says who may speak, react and moderate. */
	kind: string;
	network: string;
	/** The groups whose people may read it. */
	audience: readonly string[];
}

/** A post as the policy asks about it. */
export interface PostSubject {
	subject: ThreadSubject;
	authorId: string;
	state: PostState;
}

export function postSubject(subject: ThreadSubject, post: Pick<Post, 'author' | 'deletedAt' | 'hiddenAt'>): PostSubject {
	return { subject, authorId: post.author.id, state: stateOf(post) };
}
