import { and, eq } from 'drizzle-orm';
import { email } from '#lib/model/mail/email.ts';
import { endOf } from '#lib/server/notifications/email/parts.ts';
import { emailReaderOf } from '#lib/server/notifications/email/reader.ts';
import { waysOf } from '#lib/server/notifications/email/ways.ts';
import type { ReminderKind } from '#lib/server/notifications/reminders/reminder-kind.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

const words = {
	en: { due: 'The day of a memo has come', door: 'Open the memo' },
	lv: { due: 'Piezīmes diena ir klāt', door: 'Atvērt piezīmi' }
};

/** Says that the day of a memo has come; nothing to who may no longer read it. */
export const dueEmail: ReminderKind['email'] = async (services, { personId }, { subjectId }) => {
	const reader = await emailReaderOf(services, personId);
	if (!reader || (await waysOf(services.db, reader.person.id)).reminder === 'off') return null;
	if (reader.quietUntil) return { later: reader.quietUntil };
	const [memo] = await services.db
		.select()
		.from(memos)
		.where(and(eq(memos.id, subjectId), visibleMemos(reader.person)));
	if (!memo) return null;
	const said = words[reader.locale];
	return {
		to: reader.to,
		email: email({
			lang: reader.locale,
			subject: `${said.due}: ${memo.title}`,
			title: memo.title,
			parts: [
				{ is: 'words', words: said.due },
				{ is: 'door', words: said.door, url: `${services.config.publicUrl}/memos/${memo.id}` }
			],
			thread: `memo-${memo.id}`,
			...(await endOf(services, reader, ['reminder']))
		})
	};
};
