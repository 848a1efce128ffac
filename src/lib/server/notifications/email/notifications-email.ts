import { m } from '#lib/i18n/m';
import { email } from '#lib/model/mail/email.ts';
import type { EmailTemplate } from '../../mail/template.ts';
import { cityNames, itemName, whatHappened } from './names.ts';
import { endOf, partOf } from './parts.ts';
import { emailReaderOf } from './reader.ts';
import { contentsOf } from './contents.ts';
import { emailSubjectOf } from './subject.ts';

/** Notifies somebody of what concerns them in one item. */
export const notificationsEmail: EmailTemplate = {
	called: (locale) => m.email_called_notifications({}, { locale }),
	async render(services, mail) {
		const reader = await emailReaderOf(services, mail.personId);
		if (!reader) return null;
		if (reader.quietUntil) return { later: reader.quietUntil };
		const contents = (await contentsOf(services, mail, reader)).toReversed();
		const [first] = contents;
		if (!first) return null;
		const said = { locale: reader.locale };
		const cities = await cityNames(services, reader);
		const item = itemName(first, cities);
		const what =
			contents.length === 1 ? whatHappened(first, cities, reader) : m.email_notifications_many({ count: contents.length }, said);
		const authors = new Set(contents.map(({ card }) => card.who?.name));
		return {
			to: reader.to,
			email: email({
				lang: reader.locale,
				subject: emailSubjectOf(contents, cities, reader),
				by: authors.size === 1 ? ([...authors][0] ?? null) : null,
				title: what,
				preview: [what, first.card.excerpt?.text].filter(Boolean).join(': '),
				parts: [
					{ is: 'heading', words: item, url: services.config.publicUrl + first.card.item.href },
					...contents.map((one) => partOf(services, one, cities, reader)),
					{ is: 'door', words: m.email_notifications_door({}, said), url: services.config.publicUrl + first.card.href }
				],
				thread: `${first.entry.item.kind}-${first.entry.item.id}`,
				...(await endOf(
					services,
					reader,
					contents.map(({ entry }) => entry.kind)
				))
			})
		};
	}
};
