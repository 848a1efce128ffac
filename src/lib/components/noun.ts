import type { None } from '#lib/model/noun.ts';
import type { ModerationParts } from './moderation/parts.ts';
import type { SearchParts } from './search/parts.ts';

export { none } from '#lib/model/noun.ts';

/**
 * What a noun brings to the screen. Each piece is fetched by the pages that show it, so a page pays for no other.
 * Every key is required; what a noun does not have is `none`.
 */
export interface ScreenNoun {
	name: string;
	/** How its kinds are shown among what was found, and offered while one types. */
	search: (() => Promise<{ searchParts: SearchParts }>) | None;
	/** What it puts on a desk besides what waits there. */
	desk: (() => Promise<{ deskPart: unknown }>) | None;
	/** What it says on the page of a city. */
	city: (() => Promise<{ cityPart: unknown }>) | None;
	/** How its kinds are told of in the lists of the moderation. */
	moderation: (() => Promise<{ moderationParts: ModerationParts }>) | None;
}
