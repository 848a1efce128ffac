import { desc } from 'drizzle-orm';
import type { KeptEmail } from '#lib/model/mail/kept.ts';
import { mailbox } from '../db/schema/mail.ts';
import type { Services } from '../services.ts';

/** What the demo would have mailed, the latest first. */
export async function latestEmails({ db }: Services): Promise<KeptEmail[]> {
	const rows = await db.select().from(mailbox).orderBy(desc(mailbox.at), desc(mailbox.id)).limit(50);
	return rows.map(({ id, recipient, subject, text, html, lang, at }) => ({
		id,
		to: recipient,
		subject,
		text,
		html,
		lang,
		at: at.toISOString()
	}));
}
