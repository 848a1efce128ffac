import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import { hideLogEntry, restoreLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { addLogEntry, editLogEntry, removeLogEntry } from '#lib/server/adoptions/log.ts';
import { hiddenNow, moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { Forbidden } from '#lib/server/platform/errors.ts';
import { practicePeople } from '../../support/practice-people.ts';
import { expect, leaveAdoption, once, test, type TestServices } from '../../support/adoptions.ts';

const mention = ({ id, name }: Person) => `[@${name}](${personMention(id)})`;
const granada = `[@Granada](${cityMention('gr')})`;
const said = (text: string) => ({ kind: 'visit', doc: fromMarkdown(text), lang: 'en' });

/** What somebody's inbox shows of logs: why, how it begins or what happened, and where it leads. */
async function toldTo(services: TestServices, person: Person) {
	await deliveryOf(services).due();
	const views = await Promise.all((['waiting', 'informing'] as const).map((view) => openInbox(services.db, person, { view })));
	const entries = views.flatMap((one) => one.entries).filter(({ item }) => item.kind === 'adoption-log');
	const cards = await cardsOf(services.db, person, 'en', entries);
	return entries.map(({ id, kind }) => [kind, cards[id]?.says ?? cards[id]?.excerpt?.text, cards[id]?.href, cards[id]?.because]);
}

async function pageOf({ sql }: TestServices, practice: string): Promise<string> {
	const [row] = await sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${practice}`;
	return `/practices/${row?.at}/adoptions/da`;
}

test('who is named in a log is told of it, also of a third city, and nobody who may not read it', async ({ services, ground }) => {
	const { ilze, ines, nuria, claire } = ground;
	const { columns } = await practicePeople(services, ground);
	const { id, practice } = await leaveAdoption(services, ground);
	const page = await pageOf(services, practice);
	const words = `With ${mention(ines)}, ${mention(columns.F)} and ${granada} in the square`;
	const { id: entry } = await addLogEntry(services, ilze, { ...once(), id, ...said(words) });
	const excerpt = 'With @Inês, @Away and @Granada in the square';
	expect(await toldTo(services, ines)).toEqual([['mention', excerpt, `${page}#log-${entry}`, null]]);
	expect(await toldTo(services, nuria)).toEqual([['city', excerpt, `${page}#log-${entry}`, null]]);
	for (const other of [ilze, claire, columns.F]) expect(await toldTo(services, other), other.name).toEqual([]);
});

test('an entry that is said anew names others, and no more whom it names no more; nobody is told twice', async ({ services, ground }) => {
	const { ilze, ines, rui, nuria } = ground;
	const { id } = await leaveAdoption(services, ground);
	const { id: entry } = await addLogEntry(services, ilze, { ...once(), id, ...said(`With ${mention(ines)} and ${mention(rui)}`) });
	expect(await toldTo(services, rui)).toHaveLength(1);
	await editLogEntry(services, ilze, { ...once(), id: entry, ...said(`With ${mention(ines)} and ${mention(nuria)}`) });
	for (const one of [ines, nuria]) expect((await toldTo(services, one)).map(([, excerpt]) => excerpt)).toEqual(['With @Inês and @Nuria']);
	expect(await toldTo(services, rui)).toEqual([]);
	await removeLogEntry(services, ilze, { ...once(), id: entry });
	for (const one of [ines, nuria]) expect(await toldTo(services, one)).toEqual([]);
	expect(await services.sql`select from notifications where item_kind = 'adoption-log'`).toHaveLength(0);
});

test('a hidden entry stands on the page of moderation until it is restored; its author is told why, the named no more of it', async ({
	services,
	ground
}) => {
	const { ilze, ines, marek, nuria } = ground;
	const { id, practice } = await leaveAdoption(services, ground);
	const page = await pageOf(services, practice);
	const { id: entry } = await addLogEntry(services, ilze, { ...once(), id, ...said(`Ask ${mention(ines)} about the child`) });
	expect(await toldTo(services, ines)).toHaveLength(1);
	await hideLogEntry(services, marek, { ...once(), id: entry, reason: 'It names a child' });
	const thing = { href: `${page}/log/${entry}`, title: 'Quince market', city: 'da', author: { id: ilze.id, name: 'Ilze' } };
	const hidden = await hiddenNow(services, marek, 'en');
	expect(hidden).toMatchObject([{ kind: 'adoption-log', id: entry, by: 'Marek', reason: 'It names a child', thing }]);
	expect(JSON.stringify(hidden)).not.toContain('about the child');
	for (const other of [ilze, nuria]) await expect(hiddenNow(services, other, 'en')).rejects.toThrow(Forbidden);
	expect(await toldTo(services, ines)).toEqual([]);
	expect(await toldTo(services, ilze)).toEqual([
		['moderation', 'Marek hid what you wrote in the log', `${page}#log-${entry}`, 'It names a child']
	]);
	await restoreLogEntry(services, marek, { ...once(), id: entry });
	expect(await hiddenNow(services, marek, 'en')).toEqual([]);
	expect((await toldTo(services, ines)).map(([kind]) => kind)).toEqual(['mention']);
	expect((await toldTo(services, ilze)).map(([, says]) => says)).toEqual(['Marek restored what you wrote in the log']);
	const { acts } = await moderationActsBefore(services, marek, { before: null, locale: 'en' });
	expect(acts.map(({ action, kind, thing: of }) => [action, kind, of])).toEqual([
		['log.restored', 'adoption-log', thing],
		['log.hidden', 'adoption-log', thing]
	]);
	await removeLogEntry(services, ilze, { ...once(), id: entry });
	const afterwards = await moderationActsBefore(services, marek, { before: null, locale: 'en' });
	expect(afterwards.acts.map(({ thing: of }) => of)).toEqual([null, null]);
});
