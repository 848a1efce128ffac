import { sectionLimits, type SectionDoc } from '#lib/model/documents/section-doc.ts';
import { saveSection, settleSection } from '#lib/server/plans/sections/save.ts';
import { Invalid } from '#lib/server/platform/errors.ts';
import { leavePlan, wordsOfSection } from '../../support/plans.ts';
import { expect, once, test } from '../../support/practices.ts';
import { doc, p } from '../../model/documents/section-notes.ts';

/** As many paragraphs of one word as one save takes, below a first one that stood there. */
function full(word: string): SectionDoc {
	const count = Math.floor(sectionLimits.text / 1_020) - 1;
	const long = Array.from({ length: count }, (_, n) => p(`${word}${100 + n}`, `${word} ${n} ${'a'.repeat(1_000)}`));
	return doc(p('first', 'We begin.'), ...long);
}

/** How many paragraphs begin with each word. */
const counted = (lines: string[]): Record<string, number> =>
	Object.fromEntries([...Map.groupBy(lines, (line) => line.split(' ')[0] ?? '')].map(([word, all]) => [word, all.length]));

test('what two wrote together may be longer than a save, and nothing is lost', async ({ services, ground }) => {
	const [id = ''] = (await leavePlan(services, ground)).sections;
	const { ines, rui } = ground;
	const each = full('river').content.length - 1;
	await saveSection(services, ines, { ...once(), id, base: 1, doc: doc(p('first', 'We begin.')) });
	await saveSection(services, ines, { ...once(), id, base: 2, doc: full('river') });
	const merged = await saveSection(services, rui, { ...once(), id, base: 2, doc: full('market') });
	expect(merged).toMatchObject({ merged: true, clashes: false });
	const both = { We: 1, river: each, market: each };
	expect(counted(await wordsOfSection(services, id))).toEqual(both);

	const longer = doc(...full('river').content, ...full('market').content.slice(1));
	await expect(saveSection(services, ines, { ...once(), id, base: merged.n, doc: longer }), 'one save').rejects.toThrow(Invalid);

	const aside = await saveSection(services, rui, { ...once(), id, base: 2, doc: full('tower') });
	expect(aside).toMatchObject({ clashes: true, n: merged.n });
	expect(counted(await wordsOfSection(services, id)), 'it takes in no more').toEqual(both);
	await settleSection(services, rui, { ...once(), id, keep: 'mine' });
	expect(counted(await wordsOfSection(services, id))).toEqual({ We: 1, tower: each });
	const [kept] = await services.sql<{ count: number }[]>`
		select count(*)::int as count from section_revisions
		where section_id = ${id} and doc::text like '%river 0 %' and doc::text like '%market 0 %'`;
	expect(kept?.count, 'both stay in the history').toBe(1);
});
