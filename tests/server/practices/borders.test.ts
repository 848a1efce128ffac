import { memberships } from '#lib/server/db/schema/people.ts';
import { markInterest, moveAdoption } from '#lib/server/adoptions/steps.ts';
import { setNextStep } from '#lib/server/adoptions/shape.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { practiceHistory } from '#lib/server/practices/revisions.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { setServices } from '#lib/server/services.ts';
import { eq, sql } from 'drizzle-orm';
import { fileDesk } from '../../support/file-desk.ts';
import { ask, liveOn } from '../../support/live.ts';
import { practicePeople } from '../../support/practice-people.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { askedWith } from '../../support/sent-form.ts';
import { actions } from '../../../src/routes/practices/[slug]/edit/+page.server.ts';

const id = once().commandId;
const day = (date: string, precision = 'day') => ({ from: { date, precision }, to: null });
const figure = { id, what: 'Stalls', before: null, amount: '40', unit: '', year: 2016, source: '', kind: 'measured' };
const part = { id, kind: 'core', title: 'A stall', text: '' };

/** What no entry says, where it is wrong, and why. */
const wrong: [string, Record<string, unknown>, string, string][] = [
	['a field that no entry has', { verdict: 'good' }, 'values', 'unrecognized_keys'],
	['a part that no figure has', { evidence: [{ ...figure, guess: '1' }] }, 'values.evidence.0', 'unrecognized_keys'],
	['a title that is none', { title: 7 }, 'values.title', 'invalid_type'],
	['tags that are none', { tags: 'quince' }, 'values.tags', 'invalid'],
	['ten thousand tags', { tags: Array.from({ length: 10_000 }, (_, n) => `tag ${n}`) }, 'values.tags', 'too_many'],
	['a tag that is too long', { tags: ['x'.repeat(41)] }, 'values.tags.0', 'too_long'],
	['a theme of no network', { themes: ['talent', 'sorcery'] }, 'values.themes', 'no_theme'],
	['a theme that nothing can hold', { themes: ['tal\u0000ent'] }, 'values.themes.0', 'unholdable'],
	['a line that is too long', { place: 'x'.repeat(201) }, 'values.place', 'too_long'],
	['a figure that is not finite', { evidence: [{ ...figure, amount: 'Infinity' }] }, 'values.evidence.0.amount', 'no_number'],
	['a figure that is no number', { evidence: [{ ...figure, amount: '1e5' }] }, 'values.evidence.0.amount', 'no_number'],
	['a figure of a year to come', { evidence: [{ ...figure, year: 22_000 }] }, 'values.evidence.0.year', 'no_year'],
	['two figures of one name', { evidence: [figure, figure] }, 'values.evidence', 'twice'],
	['a cost with a comma', { cost: { from: '12,5', to: null, currency: 'EUR' } }, 'values.cost.from', 'no_amount'],
	['a cost of nothing', { cost: { from: null, to: null, currency: 'EUR' } }, 'values.cost', 'no_amount'],
	['a cost that ends below where it begins', { cost: { from: '9', to: '8', currency: 'EUR' } }, 'values.cost', 'from_above_to'],
	['a currency that is none', { cost: { from: '9', to: null, currency: 'euros' } }, 'values.cost.currency', 'no_currency'],
	['a day that is in no calendar', { period: day('2017-02-30') }, 'values.period.from.date', 'no_day'],
	['a day before there were such cities', { period: day('0000-01-01') }, 'values.period.from.date', 'year_unlikely'],
	['a part without a name', { modules: [{ ...part, title: ' ' }] }, 'values.modules.0.title', 'needed'],
	['a link that would run', { links: [{ href: 'javascript:alert(1)', label: '' }] }, 'values.links.0.href', 'no_address'],
	['a link with a password', { links: [{ href: 'https://me:secret@coimbra.pt/', label: '' }] }, 'values.links.0.href', 'no_address'],
	['a video that is none', { videos: [{ href: 'https://coimbra.pt/film', title: '' }] }, 'values.videos.0.href', 'no_video'],
	['a video with a password', { videos: [{ href: 'https://me:s@youtu.be/dQw4w9WgXcQ', title: '' }] }, 'values.videos.0.href', 'no_video'],
	['a file that is nobody’s', { files: [{ id }] }, 'files', 'gone'],
	['a contact who is nobody', { contact: id }, 'values.contact', 'not_of_city']
];

test('what no entry can say is refused over the line with what is wrong, and stands nowhere', async ({ services, ground }) => {
	const live = await liveOn(services);
	const line = await live.line(ground.ines);
	const draft = await leaveDraft(services, ground);
	for (const [what, values, field, code] of wrong) {
		const input = { ...once(), id: draft, base: 1, values };
		const answer = await ask(line, 'command', { name: 'savePractice', input });
		expect.soft(answer, what).toMatchObject({ refused: { code: 'invalid', issues: [{ field, code }] } });
		const begun = { ...once(), network: ground.network.id, city: 'co', form: 'entry', values: { ...little(), ...values } };
		expect
			.soft(await ask(line, 'command', { name: 'beginPractice', input: begun }), what)
			.toMatchObject({ refused: { issues: [{ code }] } });
	}
	expect(await services.sql`select draft_n from practices`).toEqual([{ draft_n: 1 }]);
	await live.close();
});

async function editsBy(services: TestServices, { ines }: PracticeGround, draft: string, fields: [string, string][]) {
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${draft}`;
	const sent = {
		params: { slug: row?.at ?? '' },
		fields: [['commandId', once().commandId], ['base', '1'], ...fields] as [string, string][]
	};
	return actions.default?.(askedWith(ines, `/practices/${row?.at}/edit`, sent) as never);
}

test('a form with what only the server refuses comes back as it was typed, marked where it is wrong', async ({ services, ground }) => {
	setServices(services);
	const draft = await leaveDraft(services, ground);
	const fields: [string, string][] = [
		...['place', 'themes', 'contact'].map((name): [string, string] => ['has', name]),
		['place', 'Praça Velha'],
		['themes', 'sorcery'],
		['contact', ground.ilze.id]
	];
	expect(await editsBy(services, ground, draft, fields)).toMatchObject({
		status: 400,
		data: {
			typed: { place: 'Praça Velha', themes: ['sorcery'], contact: ground.ilze.id },
			untaken: [
				{ at: 'contact', code: 'not_of_city' },
				{ at: 'themes', code: 'no_theme' }
			]
		}
	});
});

test('the contact of an entry works in its city’s team, and stays named after leaving it', async ({ services, ground }) => {
	const { ines, rui, nuria, claire, marek } = ground;
	const { columns } = await practicePeople(services, ground);
	const draft = await leaveDraft(services, ground);
	let base = 1;
	const save = async (contact: string | null, more = {}) => {
		const saved = await savePractice(services, ines, { ...once(), id: draft, base, values: { contact, ...more } });
		base = saved.n;
	};
	for (const stranger of [nuria, claire, marek, columns.L, columns.F])
		await expect(save(stranger.id), stranger.name).rejects.toMatchObject({
			issues: [{ field: 'values.contact', code: 'not_of_city' }]
		});
	await save(rui.id);
	await services.db
		.update(memberships)
		.set({ endsAt: sql`starts_at + interval '1 second'` })
		.where(eq(memberships.personId, rui.id));
	services.clock.advance(60);
	await save(rui.id, { place: 'Praça' });
	await save(null);
	await expect(save(rui.id)).rejects.toMatchObject({ issues: [{ code: 'not_of_city' }] });
});

test('the history tells the name of a contact who has left, and of nobody who never was of the network', async ({ services, ground }) => {
	const { ines, rui, ilze } = ground;
	const { columns } = await practicePeople(services, ground);
	const id = await leavePublished(services, ground);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { contact: rui.id } });
	await publishChanges(services, ines, { ...once(), id, n: 2 });
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	const told = async () => {
		const asked = { locale: 'en', now: services.clock.now(), compare: { from: 1, to: 2 } };
		const { compared } = await practiceHistory(services.db, ilze, row?.at ?? '', asked);
		return compared?.differences.find(({ field }) => field === 'contact')?.parts.map(({ text }) => text);
	};
	await services.db
		.update(memberships)
		.set({ endsAt: sql`starts_at + interval '1 second'` })
		.where(eq(memberships.personId, rui.id));
	services.clock.advance(60);
	expect(await told()).toEqual(['Rui']);
	// As it could be written once.
	await services.sql`update practice_revisions set content = jsonb_set(content, '{contact}', ${JSON.stringify(columns.F.id)}::text::jsonb)
		where practice_id = ${id} and n = 2`;
	expect(await told()).toEqual(['…']);
});

test('a drawing that would run a script is taken in as no picture', async ({ services, ground }) => {
	const desk = await fileDesk(services);
	const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
	for (const name of ['Square.svg', 'Square.png']) {
		const begun = await desk.begin(ground.ines, { name, size: drawing.length, network: ground.network.id });
		const address = begun.headers.get('location');
		if (!address) {
			expect(begun.status).toBeGreaterThanOrEqual(400);
			continue;
		}
		await desk.send(ground.ines, address, drawing);
		expect((await desk.finish(ground.ines, address)).status, name).toBeGreaterThanOrEqual(400);
	}
	expect(await services.sql`select from files where kind = 'picture'`).toHaveLength(0);
});

test('what an adoption cannot say is refused with what is wrong', async ({ services, ground }) => {
	const { ilze } = ground;
	const practice = await leavePublished(services, ground);
	const { id } = await markInterest(services, ilze, { ...once(), id: practice, city: 'da' });
	const plan = (next: unknown) => setNextStep(services, ilze, { ...once(), id, next });
	for (const [date, code] of [
		['2027-02-30', 'no_day'],
		['0000-01-01', 'year_unlikely'],
		['9999-12-31', 'year_unlikely']
	])
		await expect(plan({ text: 'A visit', day: { date, precision: 'day' } })).rejects.toMatchObject({
			issues: [{ field: 'next.day.date', code }]
		});
	await expect(moveAdoption(services, ilze, { ...once(), id, stage: 'adapt', note: 'x'.repeat(201) })).rejects.toMatchObject({
		issues: [{ field: 'note', code: 'too_long' }]
	});
	await expect(markInterest(services, ilze, { ...once(), id: practice, city: 'd\u0000a' })).rejects.toMatchObject({
		issues: [{ field: 'city', code: 'unholdable' }]
	});
});
