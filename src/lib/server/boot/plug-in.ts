import { socketCommands } from '../commands/socket-commands.ts';
import { demoSeeds } from '../demo/demo-seed.ts';
import { deskPanels } from '../desk/panel.ts';
import { fileSubjects } from '../files/subjects.ts';
import type { Job } from '../jobs/job.ts';
import { emailTemplates } from '../mail/template.ts';
import { moderationSources } from '../moderation/source.ts';
import { citySections } from '../network/city-section.ts';
import { notificationItems } from '../notifications/inbox/items.ts';
import { reminderKinds } from '../notifications/reminders/reminder-kind.ts';
import type { ServerNoun } from '../noun.ts';
import { writtenSources } from '../people/written-lately.ts';
import { publicationFollowers } from '../practices/followers.ts';
import { subjectKinds } from '../threads/subjects.ts';
import { searchSources } from '../search/sources.ts';

/**
 * Fills the slots of the rooms with what the nouns bring. Once in a process, before anything else is asked of it.
 * @throws Error when two nouns bring a command, or the template of a kind of email, of one name
 */
export function plugIn(nouns: readonly ServerNoun[]): void {
	citySections.fill(nouns.flatMap(({ city }) => city ?? []));
	demoSeeds.fill(nouns.flatMap(({ demo }) => demo ?? []));
	deskPanels.fill(nouns.flatMap(({ desk }) => desk ?? []));
	fileSubjects.fill(nouns.flatMap(({ files }) => files ?? []));
	moderationSources.fill(nouns.flatMap(({ moderation }) => moderation ?? []));
	notificationItems.fill(nouns.flatMap(({ items }) => items ?? []));
	publicationFollowers.fill(nouns.flatMap(({ publications }) => publications ?? []));
	reminderKinds.fill(nouns.flatMap(({ reminders }) => reminders ?? []));
	searchSources.fill(nouns.flatMap(({ search }) => search ?? []));
	subjectKinds.fill(nouns.flatMap(({ threads }) => threads ?? []));
	writtenSources.fill(nouns.flatMap(({ written }) => written ?? []));
	emailTemplates.fill(joined(nouns, 'emails'));
	socketCommands.fill(joined(nouns, 'commands'));
}

/** All work apart from requests. */
export function jobsOf(nouns: readonly ServerNoun[]): Job[] {
	return nouns.flatMap(({ jobs }) => jobs ?? []);
}

function joined<Key extends 'commands' | 'emails'>(nouns: readonly ServerNoun[], key: Key): NonNullable<ServerNoun[Key]> {
	const all = new Map<string, { by: string; brought: unknown }>();
	for (const noun of nouns) {
		for (const [name, brought] of Object.entries(noun[key] ?? {})) {
			const before = all.get(name);
			if (before) throw new Error(`Two nouns, ${before.by} and ${noun.name}, bring ${name} to the ${key}`);
			all.set(name, { by: noun.name, brought });
		}
	}
	return Object.fromEntries([...all].map(([name, { brought }]) => [name, brought])) as NonNullable<ServerNoun[Key]>;
}
