import { deskPanels } from '../desk/panel.ts';
import { fileSubjects } from '../files/subjects.ts';
import { moderationSources } from '../moderation/source.ts';
import { citySections } from '../network/city-section.ts';
import type { Noun } from '../noun.ts';
import { searchSources } from '../search/sources.ts';

/** Fills the slots of the rooms with what the nouns bring. Once in a process, before anything else is asked of it. */
export function plugIn(nouns: readonly Noun[]): void {
	citySections.fill(nouns.flatMap(({ city }) => city ?? []));
	deskPanels.fill(nouns.flatMap(({ desk }) => desk ?? []));
	fileSubjects.fill(nouns.flatMap(({ files }) => files ?? []));
	moderationSources.fill(nouns.flatMap(({ moderation }) => moderation ?? []));
	searchSources.fill(nouns.flatMap(({ search }) => search ?? []));
}
