import { eq } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import { email } from '#lib/model/mail/email.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { endOf } from '../notifications/email/parts.ts';
import { emailReaderOf } from '../notifications/email/reader.ts';
import { waysOf } from '../notifications/email/ways.ts';
import type { ReminderKind } from '../notifications/reminders/reminder-kind.ts';
import { presentSubjects } from '../threads/subjects.ts';

/** Asks kindly how it is going. Nothing once there was news, or to who may not know of the pair any more. */
export const quietEmail: ReminderKind['email'] = async (services, mail, { subjectId }) => {
	const { db, config } = services;
	const reader = await emailReaderOf(services, mail.personId);
	if (!reader || (await waysOf(db, reader.person.id)).reminder === 'off') return null;
	const [row] = await db.select({ newsAt: adoptions.newsAt }).from(adoptions).where(eq(adoptions.id, subjectId));
	const { locale, format, person } = reader;
	const subject = (await presentSubjects(db, person, locale, [{ kind: 'adoption', subjectId }]))({ kind: 'adoption', subjectId });
	if (!row || !subject) return null;
	if (reader.quietUntil) return { later: reader.quietUntil };
	const said = { locale };
	return {
		to: reader.to,
		email: email({
			lang: locale,
			subject: m.adoptions_email_subject({ title: subject.title }, said),
			title: m.adoptions_quiet({ date: format.date(row.newsAt) }, said),
			parts: [
				{ is: 'words', words: `${subject.title}\n${subject.name}` },
				{ is: 'door', words: m.adoptions_email_door({}, said), url: config.publicUrl + subject.href }
			],
			thread: `adoption-${subjectId}`,
			...(await endOf(services, reader, ['reminder']))
		})
	};
};
