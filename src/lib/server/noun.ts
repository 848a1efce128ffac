import type { Job } from './jobs/job.ts';
import type { FileSubject } from './files/subjects.ts';
import type { ModerationSource } from './moderation/source.ts';
import type { SearchSource } from './search/source.ts';

/** Nothing of the kind: said, so that nothing is left away unawares. */
export const none = null;
type None = typeof none;

/** What a noun, or a room that nouns share, plugs into the server. Every key is required; what it does not have is `none`. */
export interface Noun {
	name: string;
	/** What of it can be found. */
	search: readonly SearchSource[] | None;
	/** What of it files stand in. */
	files: readonly FileSubject[] | None;
	/** What of it leads moderate. */
	moderation: readonly ModerationSource[] | None;
	/** Its work apart from requests. */
	jobs: readonly Job[] | None;
}
