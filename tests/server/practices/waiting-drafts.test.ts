import { savePractice } from '#lib/server/practices/save.ts';
import { practicesPage } from '#lib/server/practices/list/practices-page.ts';
import { requestChanges, submitPractice } from '#lib/server/practices/rounds.ts';
import { expect, leaveDraft, leavePublished, little, once, test } from '../../support/practices.ts';

test('above the list a city sees its own drafts, the leads what was submitted, and nobody else either', async ({ services, ground }) => {
	await leaveDraft(services, ground, little('Half told'));
	const submitted = await leaveDraft(services, ground, little('Handed in'));
	await submitPractice(services, ground.ines, { ...once(), id: submitted, n: 1 });
	const returned = await leaveDraft(services, ground, little('Given back'));
	await submitPractice(services, ground.ines, { ...once(), id: returned, n: 1 });
	await requestChanges(services, ground.marek, { ...once(), id: returned, round: 1, reasons: [{ field: null, text: 'More, please.' }] });
	const changed = await leavePublished(services, ground, little('Known to all'));
	await savePractice(services, ground.ines, { ...once(), id: changed, base: 1, values: { pitch: 'Better said.' } });
	await leavePublished(services, ground, little('Known and unchanged'));

	const above = async (actor: typeof ground.ines) => {
		const { drafts, tells } = await practicesPage(services, { actor, locale: 'en' }, new URLSearchParams());
		return { drafts: Object.fromEntries(drafts.map(({ title, state }) => [title, state])), first: drafts[0]?.title, tells };
	};
	expect(await above(ground.rui)).toEqual({
		drafts: { 'Handed in': 'submitted', 'Half told': 'draft', 'Given back': 'changes', 'Known to all': 'published' },
		first: 'Handed in',
		tells: 'co'
	});
	expect(await above(ground.marek)).toEqual({ drafts: { 'Handed in': 'submitted' }, first: 'Handed in', tells: null });
	expect(await above(ground.ilze)).toEqual({ drafts: {}, first: undefined, tells: 'da' });
	for (const other of [ground.saskia, ground.claire]) expect(await above(other)).toEqual({ drafts: {}, first: undefined, tells: null });
	const draft = (await practicesPage(services, { actor: ground.ines, locale: 'en' }, new URLSearchParams())).drafts[0];
	expect(draft).toMatchObject({ by: 'Inês', city: 'co', lang: 'en', href: expect.stringMatching(/-[0-9a-z]{8}\/draft$/) as string });
});
