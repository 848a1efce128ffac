import { m } from '#lib/i18n/m';
import type { ReactionKind } from '#lib/model/threads/reactions.ts';

/** A reaction in a word. */
export const reactionWords: Record<ReactionKind, () => string> = {
	agree: () => m.thread_react_agree(),
	thanks: () => m.thread_react_thanks(),
	idea: () => m.thread_react_idea(),
	celebrate: () => m.thread_react_celebrate(),
	unsure: () => m.thread_react_unsure()
};
