import { m } from '#lib/i18n/m';
import { itemName, type CityNames } from './names.ts';
import type { NotificationContent } from './contents.ts';
import type { EmailReader } from './reader.ts';

/** Characters of a subject, of the name of the item in it, and of a person's name. */
const [room, roomOfItem, roomOfName] = [130, 36, 40];

/** Who did what, where, and how it begins: Ilze Ozolkalne mentions you in “Coimbra: Ramps”: Could you … */
export function emailSubjectOf(contents: readonly NotificationContent[], cities: CityNames, reader: EmailReader): string {
	const [first] = contents;
	if (!first) return '';
	const said = { locale: reader.locale };
	const item = cut(itemName(first, cities), roomOfItem);
	if (contents.length > 1) {
		const names = [...new Set(contents.map((one) => nameOf(one, reader)))];
		const people = names.length > 2 ? [...names.slice(0, 1), m.email_others({ count: names.length - 1 }, said)] : names;
		return m.email_subject_many({ people: reader.format.list(people), count: contents.length, item }, said);
	}
	const what = happens(first, item, cities, reader);
	const words = withoutCall(first.card.excerpt?.text ?? '', reader);
	if (words === '') return what;
	return m.email_subject_says({ what, words: cut(words, Math.max(30, room - what.length - 2)) }, said);
}

function happens({ entry, card }: NotificationContent, item: string, cities: CityNames, reader: EmailReader): string {
	if (card.says !== undefined) return m.email_subject_says({ what: item, words: card.says }, { locale: reader.locale });
	const said = { locale: reader.locale };
	const who = nameOf({ card }, reader);
	switch (entry.kind) {
		case 'mention':
			return m.email_subject_mention({ who, item }, said);
		case 'city':
			return m.email_subject_city({ who, city: (card.city && cities.get(card.city)) ?? '', item }, said);
		case 'reply':
			return m.email_subject_reply({ who, item }, said);
		case 'follow':
			return m.email_subject_follow({ who, item }, said);
		case 'assignment':
			return m.email_subject_assignment({ who, item }, said);
		case 'invitation':
			return m.email_subject_invited({ who, item }, said);
		case 'decision':
			return m.email_subject_decision({ who, item }, said);
		case 'reminder':
			return item;
		case 'moderation':
			return card.state === 'hidden' ? m.email_subject_hid({ who, item }, said) : m.email_subject_restored({ who, item }, said);
	}
}

function nameOf({ card }: Pick<NotificationContent, 'card'>, { locale }: EmailReader): string {
	return cut(card.who?.name ?? m.email_somebody({}, { locale }), roomOfName);
}

/** What was said in one line, without the reader's own name at its beginning: that they are meant is told. */
function withoutCall(text: string, { person }: EmailReader): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	const call = `@${person.name}`;
	const rest = line.startsWith(call) ? line.slice(call.length).replace(/^[\s,:;.!–-]+/u, '') : line;
	return rest || line;
}

/** As many whole words as there is room for. */
function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	const begun = text.slice(0, most - 2);
	return `${begun.slice(0, Math.max(begun.lastIndexOf(' '), most / 2)).trimEnd()} …`.toWellFormed().replace('\ufffd', '');
}
