import { drafts } from './drafts.ts';

/** Where the draft of a change to a post is kept, by what is changed. */
export const draftOfChange = (reader: string | undefined, id: string, revision: number): string => `${reader}:${id}:${revision}`;

/** The revision with which a change was begun that is kept here, though the post was changed since; null when there is none. */
export function overtakenDraft(reader: string | undefined, id: string, revision: number): number | null {
	for (let before = revision - 1; before > 0; before -= 1) {
		if (drafts.begun(draftOfChange(reader, id, before))) return before;
	}
	return null;
}
