import { m } from '#lib/i18n/m';
import { email, type Part } from '#lib/model/mail/email.ts';
import type { EmailTemplate } from '../../mail/template.ts';
import { cityNames, itemName } from './names.ts';
import { endOf, partOf } from './parts.ts';
import { emailReaderOf, type EmailReader } from './reader.ts';
import { contentsOf, type NotificationContent } from './contents.ts';

/** So many are shown of an item; the others are there when one follows its link. */
const shown = 8;

/** Gathers what somebody follows: by item, the newest first. */
export const digestEmail: EmailTemplate = {
	called: (locale) => m.email_called_digest({}, { locale }),
	async render(services, mail) {
		const reader = await emailReaderOf(services, mail.personId);
		if (!reader?.digests) return null;
		if (reader.quietUntil) return { later: reader.quietUntil };
		const contents = await contentsOf(services, mail, reader);
		if (contents.length === 0) return null;
		const said = { locale: reader.locale };
		const home = services.config.publicUrl;
		const cities = await cityNames(services, reader);
		const parts = [...Map.groupBy(contents, ({ entry }) => `${entry.item.kind} ${entry.item.id}`).values()].flatMap((its): Part[] => {
			const [first] = its;
			if (!first) return [];
			const more = its.length - shown;
			const url = home + first.card.item.href;
			return [
				{ is: 'heading', words: itemName(first, cities), url },
				...its.slice(0, shown).map((one) => partOf(services, one, cities, reader)),
				...(more > 0 ? [{ is: 'link' as const, words: m.email_digest_more({ count: more }, said), url }] : [])
			];
		});
		return {
			to: reader.to,
			email: email({
				lang: reader.locale,
				subject: m.email_digest_subject({ count: contents.length, people: authors(contents, reader) }, said),
				title: m.email_digest_title({ count: contents.length }, said),
				parts: [...parts, { is: 'door', words: m.email_digest_door({}, said), url: `${home}/inbox` }],
				thread: `digest-${reader.person.id}`,
				...(await endOf(services, reader, ['digest']))
			})
		};
	}
};

/** Who wrote, the latest first; of many the first two. */
function authors(contents: NotificationContent[], { format, locale }: EmailReader): string {
	const names = [...new Set(contents.flatMap(({ card }) => card.who?.name ?? []))];
	if (names.length <= 3) return format.list(names);
	return format.list([...names.slice(0, 2), m.email_others({ count: names.length - 2 }, { locale })]);
}
