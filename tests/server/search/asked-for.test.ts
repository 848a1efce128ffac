import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

async function desk(services: TestServices, texts: (readonly [by: string, text: string])[]) {
	const network = await smallNetwork(services);
	const people = new Map<string, Person>();
	const ids: string[] = [];
	for (const [by, text] of texts) {
		const actor = people.get(by) ?? (await network.person(by));
		people.set(by, actor);
		ids.push((await postInMeeting(services, actor, { commandId: randomUUID(), slug: network.slug, doc: saying(text), lang: 'lv' })).id);
	}
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	const [actor] = people.values();
	const ask = (text: string) => search(services, { actor: actor!, locale: 'lv', now: services.clock.now() }, { text });
	return {
		ask,
		found: async (text: string) => (await ask(`${text} kind:message`)).hits.map(({ id }) => ids.indexOf(id)).sort((a, b) => a - b),
		shown: async (text: string) =>
			(await ask(text)).hits.map(({ excerpt }) => excerpt.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join(''))
	};
}

const amounts = ['3 400,50', '3\u00a0400,50', '3\u202f400,50', '3.400,50', '3,400.50', '3400,50', '3400.50', '3’400,50'];

test('an amount is found however it is written, and however it is asked for', async ({ services }) => {
	const { found, shown } = await desk(services, [
		...amounts.map((amount) => ['Ilze', `Tāme: ${amount} €, ne vairāk`] as const),
		['Ilze', '3 cilvēki, 400 krēsli, 50 galdi'],
		['Ilze', 'Tāme: 3 401,50 €']
	]);
	const all = amounts.map((_, n) => n);
	for (const amount of amounts) expect(await found(`"${amount}"`), amount).toEqual(all);
	expect(await found('3400,50')).toEqual(all);
	expect(await found('3400')).toEqual(all);
	expect(await found('"3 400,50 € ne vairāk"')).toEqual(all);
	expect(await shown('3.400,50 kind:message after:2020')).toContain('Tāme: [3 400,50] €, ne vairāk');
});

test('two numbers beside one another, and the parts of a date, are found as before', async ({ services }) => {
	const { found } = await desk(services, [
		['Ilze', 'Telpā 3 400 cilvēku'],
		['Ilze', 'Līdz 15.12.2017'],
		['Ilze', 'Plkst. 14.30']
	]);
	expect(await found('400 cilvēku')).toEqual([0]);
	expect(await found('"telpā 3"')).toEqual([0]);
	expect(await found('15.12')).toEqual([1]);
	expect(await found('"līdz 15.12."')).toEqual([1]);
	expect(await found('14:30')).toEqual([2]);
});

test('a phrase is marked as a whole, where it stands', async ({ services }) => {
	const { shown } = await desk(services, [['Ilze', `Vietējais plāns. ${'Rīcības plāns. '.repeat(40)}Mūsu vietējais rīcības plāns top.`]]);
	const [said] = await shown('"vietējais rīcības plāns"');
	expect(said).toContain('Mūsu [vietējais rīcības plāns] top.');
	expect(said?.match(/\[/g)).toHaveLength(1);
});

test('who wrote it may be asked for by two words without quotation marks, where they name somebody', async ({ services }) => {
	const { found, ask } = await desk(services, [
		['Anna Kowalska', 'Plāns par parku'],
		['Anna Planells', 'Kowalska plāns'],
		['Jānis Bērziņš', 'Budžets']
	]);
	expect(await found('from:Anna Kowalska')).toEqual([0]);
	expect(await found('from:"Anna Kowalska"')).toEqual([0]);
	expect(await found('no:Kowalska Anna plāns')).toEqual([0]);
	expect(await found('from:janis berzins')).toEqual([2]);
	expect(await found('from:Jānis Bērz')).toEqual([2]);
	expect(await found('from:Anna plāns'), 'a word that is no name').toEqual([0, 1]);
	expect(await found('from:Jānis budžets')).toEqual([2]);
	expect((await ask('no:Anna Kowalska parks')).read).toBe('no:"Anna Kowalska" parks');
	expect((await ask('"no:Anna Kowalska"')).read).toBe('"no:Anna Kowalska"');
});

test('a word that was meant is told as it is written, with its signs', async ({ services }) => {
	const { ask } = await desk(services, [['Ilze', 'Jēkabpils bibliotēka un Ķīmijas nams']]);
	expect((await ask('bibliotekka')).meant).toEqual(['bibliotēka']);
	expect((await ask('jekabpilz')).meant).toEqual(['Jēkabpils']);
});
