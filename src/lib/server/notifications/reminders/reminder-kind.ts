import type { Transaction } from '../../db/client.ts';
import type { reminders } from '../../db/schema/email-settings.ts';
import type { Mail } from '../../mail/lease.ts';
import type { RenderedEmail } from '../../mail/template.ts';
import type { Services } from '../../services.ts';
import { slot } from '../../platform/slot.ts';
import type { NotificationTarget } from '../notify.ts';

export type Reminder = typeof reminders.$inferSelect;

/** One kind of what people are reminded of. */
export interface ReminderKind {
	kind: string;
	/** Whom it concerns, at the moment when it is due. */
	whom(tx: Transaction, services: Services, reminder: Reminder): Promise<string[]>;
	/** The item under which it stands in their inboxes; null where it comes by email alone. */
	where: ((tx: Transaction, reminder: Reminder) => Promise<Pick<NotificationTarget, 'network' | 'item' | 'stream'> | null>) | null;
	/** Renders its email. */
	email(services: Services, mail: Mail, reminder: Reminder): Promise<RenderedEmail>;
}

/** Everything that people are reminded of, each kind by the noun that knows it. */
export const reminderKinds = slot<readonly ReminderKind[]>('reminder kinds');

export function reminderKind(kind: string): ReminderKind | undefined {
	return reminderKinds.get().find((one) => one.kind === kind);
}
