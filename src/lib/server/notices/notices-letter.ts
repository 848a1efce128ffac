import { m } from '#lib/i18n/m';
import { letter } from '#lib/model/letters/letter.ts';
import type { Writer } from '../mail/writer.ts';
import { cityNames, itemName, shortName, whatHappened } from './names.ts';
import { endOf, partOf } from './parts.ts';
import { readerOf } from './reader.ts';
import { toldBy } from './told.ts';

/** Tells somebody what was addressed to them in one item. */
export const noticesLetter: Writer = async (services, mail) => {
	const reader = await readerOf(services, mail.personId);
	if (!reader) return null;
	if (reader.quietUntil) return { later: reader.quietUntil };
	const told = (await toldBy(services, mail, reader)).toReversed();
	const [first] = told;
	if (!first) return null;
	const said = { locale: reader.locale };
	const cities = await cityNames(services, reader);
	const item = itemName(first, cities);
	const what = told.length === 1 ? whatHappened(first, cities, reader) : m.letters_notices_many({ count: told.length }, said);
	return {
		to: reader.to,
		letter: letter({
			lang: reader.locale,
			subject: m.letters_notices_subject({ what, item: shortName(first, cities) }, said),
			title: what,
			parts: [
				{ is: 'heading', words: item, url: services.config.publicUrl + first.card.item.href },
				...told.map((one) => partOf(services, one, cities, reader)),
				{ is: 'door', words: m.letters_notices_door({}, said), url: services.config.publicUrl + first.card.href }
			],
			thread: `${first.entry.item.kind}-${first.entry.item.id}`,
			...(await endOf(services, reader, told.map(({ entry }) => entry.kind)))
		})
	};
};
