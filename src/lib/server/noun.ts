import type { None } from '#lib/model/noun.ts';
import type { DemoSeed } from './demo/demo-seed.ts';
import type { Job } from './jobs/job.ts';
import type { FileSubject } from './files/subjects.ts';
import type { DeskPanel } from './desk/panel.ts';
import type { ModerationSource } from './moderation/source.ts';
import type { CitySection } from './network/city-section.ts';
import type { EmailTemplates } from './mail/template.ts';
import type { NotificationItems } from './notifications/inbox/items.ts';
import type { ReminderKind } from './notifications/reminders/reminder-kind.ts';
import type { WrittenSource } from './people/written-lately.ts';
import type { PublicationFollower } from './practices/followers.ts';
import type { SocketCommands } from './commands/socket-commands.ts';
import type { SubjectKind } from './threads/subjects.ts';
import type { SearchSource } from './search/source.ts';

export { none } from '#lib/model/noun.ts';

/** What a noun, or a room that nouns share, plugs into the server. Every key is required; what it does not have is `none`. */
export interface ServerNoun {
	name: string;
	/** What may be asked of it over a socket; forms call the very same functions. */
	commands: SocketCommands | None;
	/** What of it threads hang on. */
	threads: readonly SubjectKind[] | None;
	/** What of it people are notified of. */
	items: readonly NotificationItems[] | None;
	/** What of it people are reminded of. */
	reminders: readonly ReminderKind[] | None;
	/** The emails that it renders. */
	emails: EmailTemplates | None;
	/** What of it can be found. */
	search: readonly SearchSource[] | None;
	/** What of it files stand in. */
	files: readonly FileSubject[] | None;
	/** What of it leads moderate. */
	moderation: readonly ModerationSource[] | None;
	/** What it puts on a person's desk besides what waits there. */
	desk: readonly DeskPanel[] | None;
	/** What it says on the page of a city. */
	city: readonly CitySection[] | None;
	/** What of it somebody's card tells that they wrote. */
	written: readonly WrittenSource[] | None;
	/** What it does when an entry is published. */
	publications: readonly PublicationFollower[] | None;
	/** What it shows in a new demo; fetched only when one is filled. */
	demo: (() => Promise<{ default: DemoSeed }>) | None;
	/** Its work apart from requests. */
	jobs: readonly Job[] | None;
}
