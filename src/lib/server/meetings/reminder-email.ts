import { and, eq } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import { email } from '#lib/model/mail/email.ts';
import { spoken } from '#lib/model/localized.ts';
import { instantOf } from '#lib/model/zoned.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { visibleMeetings } from './visible.ts';
import type { ReminderKind } from '../notifications/reminders/reminder-kind.ts';
import type { Services } from '../services.ts';
import { endOf } from '../notifications/email/parts.ts';
import { emailReaderOf, type EmailReader } from '../notifications/email/reader.ts';
import { waysOf } from '../notifications/email/ways.ts';

/** Says when a meeting opens: by the host's clock first, then by the reader's. Nothing once it has begun. */
export const meetingReminderEmail: ReminderKind['email'] = async (services, mail, { subjectId }) => {
	const reader = await emailReaderOf(services, mail.personId);
	const meeting = reader && (await meetingOf(services, reader, subjectId));
	if (!reader || !meeting?.opensAt) return null;
	const opens = instantOf(meeting.opensAt.replace(' ', 'T'), meeting.timeZone);
	if (opens <= services.clock.now() || (await waysOf(services.db, reader.person.id)).reminder === 'off') return null;
	if (reader.quietUntil) return reader.quietUntil < opens ? { later: reader.quietUntil } : null;
	const { locale, format, person } = reader;
	const said = { locale };
	const host = spoken(meeting.city, locale);
	const [theirs, ...others] = format.clocks(
		opens,
		{ name: host, timeZone: meeting.timeZone },
		{ name: m.email_your_time({}, said), timeZone: person.timeZone }
	);
	const url = `${services.config.publicUrl}/meetings/${meeting.slug}`;
	const clocks = [theirs, ...others].flatMap((clock) =>
		clock ? [m.email_clock({ time: [clock.day, clock.time].filter(Boolean).join(', '), place: clock.name }, said)] : []
	);
	return {
		to: reader.to,
		email: email({
			lang: locale,
			subject: m.email_opening_subject({ city: host, when: format.moment(opens, services.clock.now()) }, said),
			title: m.email_opening_title({ city: host, day: format.sentence(format.weekday(opens)) }, said),
			parts: [
				{ is: 'words', words: spoken(meeting.theme, locale) },
				{ is: 'words', words: clocks.join('\n') },
				{ is: 'door', words: m.email_opening_door({}, said), url }
			],
			thread: `meeting-${meeting.id}`,
			...(await endOf(services, reader, ['reminder']))
		})
	};
};

async function meetingOf({ db }: Services, { person }: EmailReader, id: string) {
	const [found] = await db
		.select({
			id: meetings.id,
			slug: meetings.slug,
			theme: meetings.theme,
			opensAt: meetings.opensAt,
			timeZone: meetings.timeZone,
			city: partners.name
		})
		.from(meetings)
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.where(and(eq(meetings.id, id), visibleMeetings(person)));
	return found ?? null;
}
