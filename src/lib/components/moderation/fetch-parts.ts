import type { ModeratedKind } from '#lib/model/moderation/moderation.ts';
import type { ModerationPart, ModerationParts } from '../noun.ts';
import { screenNouns } from '../nouns.ts';

/** What every noun brings to the moderation. */
export async function fetchModerationParts(): Promise<ModerationParts> {
	const brought = await Promise.all(screenNouns.flatMap(({ moderation }) => (moderation ? [moderation()] : [])));
	return Object.assign({}, ...brought.map((one) => one.default));
}

/** The part of a kind, seen as one that takes any; nothing where no noun brings it. */
export function moderationPartOf(parts: ModerationParts, kind: ModeratedKind): ModerationPart | undefined {
	return parts[kind] as ModerationPart | undefined;
}
