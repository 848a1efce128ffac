import type { RepeatableCommand } from '../command.ts';
import type { ItemKind } from './kinds.ts';

/** These notifications. */
interface Named {
	ids: string[];
}

/** All that waits of an item, or all that informs, as had arrived by a certain place of the inbox: what came since is not meant. */
interface AllOfItem {
	view: 'waiting' | 'informing';
	item: { kind: ItemKind; id: string };
	upTo: number;
}

/** Those that were not so before. */
export interface Marked {
	ids: string[];
}

export interface NotificationCommands {
	readNotifications: RepeatableCommand<Named, Marked>;
	finishNotifications: RepeatableCommand<Named | AllOfItem, Marked>;
	bringBackNotifications: RepeatableCommand<Named, Marked>;
}

declare module '../commands.ts' {
	interface Commands extends NotificationCommands {}
}
