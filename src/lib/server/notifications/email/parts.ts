import { m } from '#lib/i18n/m';
import type { Part } from '#lib/model/mail/email.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { Services } from '../../services.ts';
import { whatHappened, type CityNames } from './names.ts';
import type { EmailReader } from './reader.ts';
import { unsubscribeLink } from './unsubscribe-link.ts';
import type { NotificationContent } from './contents.ts';

/** One notification as a part of an email, with its words as far as there are any. */
export function partOf({ config }: Services, content: NotificationContent, cities: CityNames, reader: EmailReader): Part {
	const { card, entry } = content;
	const said = { locale: reader.locale };
	const happened =
		card.because === null ? whatHappened(content, cities, reader) : m.email_hid_yours_because({ who: card.who?.name ?? '' }, said);
	const by = m.email_what_and_when({ what: happened, when: reader.format.dayAndTime(entry.at) }, said);
	const url = config.publicUrl + card.href;
	// Nobody knows in which language a lead gave the reason.
	if (card.because !== null) return { is: 'quotation', by, words: card.because, lang: '', with: m.email_hid_yours_then({}, said), url };
	if (!card.excerpt) return { is: 'link', words: by, url };
	const { text, lang, files } = card.excerpt;
	const attached = files.length > 0 && { with: m.files_named({ names: files.join(', ') }, said) };
	return { is: 'quotation', by, words: text, lang, ...attached, url };
}

/** Why the email came and how to be without such ones; and where one click does that. */
export async function endOf(
	services: Services,
	{ person, locale }: EmailReader,
	kinds: readonly (NotificationKind | 'digest')[]
): Promise<{ foot: Part[]; unsubscribe: string }> {
	const unsubscribe = await unsubscribeLink(services, { person: person.id, kinds: [...new Set(kinds)] });
	const said = { locale };
	return {
		unsubscribe,
		foot: [
			{ is: 'words', words: m.email_foot({}, said) },
			{ is: 'link', words: m.email_foot_choose({}, said), url: `${services.config.publicUrl}/profile/notices` },
			{ is: 'link', words: m.email_foot_stop({}, said), url: unsubscribe }
		]
	};
}
