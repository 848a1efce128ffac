import type { Component } from 'svelte';
import type { HiddenThing, ModeratedByKind, ModeratedKind, ModerationAct } from '#lib/model/moderation/moderation.ts';
import { nouns } from '../nouns.ts';

/** How one kind of what leads moderate is told of. */
export interface ModerationPart<K extends ModeratedKind = ModeratedKind> {
	/** What was done, as a sentence. */
	sentence(action: string, by: string, thing: ModeratedByKind[K] | null): string;
	/** The ways to what it was done to. */
	Ways: Component<{ thing: ModeratedByKind[K]; action: string }>;
	/** What is hidden, in words (its name, and where it stands), and where that is and is restored; null where nothing is hidden. */
	hidden: ((thing: ModeratedByKind[K]) => { name: string; title: string; href: string; restore: string }) | null;
}

/** Some kinds, each with its part; each noun brings its own. */
export type ModerationParts = { [K in ModeratedKind]?: ModerationPart<K> };

/** What every noun brings to the moderation. */
export async function fetchModerationParts(): Promise<ModerationParts> {
	const brought = await Promise.all(nouns.flatMap(({ moderation }) => (moderation ? [moderation()] : [])));
	return Object.assign({}, ...brought.map(({ moderationParts }) => moderationParts));
}

/** The part of a kind, seen as one that takes any; nothing where no noun brings it. */
export function partOf(parts: ModerationParts, { kind }: Pick<HiddenThing | ModerationAct, 'kind'>): ModerationPart | undefined {
	return parts[kind] as ModerationPart | undefined;
}
