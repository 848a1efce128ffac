import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import { reopenPractice } from '#lib/server/practices/archive.ts';
import { practicesPage } from '#lib/server/practices/list/practices-page.ts';
import { settleClash } from '#lib/server/practices/settle-clash.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, servicesOn, test } from '../../support/database.ts';
import { databaseAt, type OldDatabase } from '../../support/old-database.ts';
import { saying } from '../../support/saying.ts';

const at = '2026-11-20T08:00:00Z';
const [network, partner, ines] = [randomUUID(), randomUUID(), randomUUID()];
const ids = { published: randomUUID(), archived: randomUUID(), draft: randomUUID() };
const values = (title: string) => ({ ...emptyValues, lang: 'en', title, pitch: 'In short', summary: saying('All of it') });
const officer: Person = {
	kind: 'person',
	id: ines,
	name: 'Inês',
	locale: 'en',
	timeZone: 'UTC',
	suspended: false,
	memberships: [{ network, role: 'officer', city: 'co', expertKind: null }]
};

/** A published practice, an archived one that still has facets, and a draft; in the draft something is said, and was hidden. */
async function fill({ sql: db }: OldDatabase): Promise<void> {
	await db`insert into networks (id, slug, name, motto, funding_line, about, created_at) values (${network}, 'n', 'N', '{}', '{}', '{}', ${at})`;
	await db`
		insert into partners (id, network_id, code, slug, name, organisation, country, latitude, longitude, time_zone, language, position, letters, shape, fill, edge, edge_dark, ink)
		values (${partner}, ${network}, 'co', 'coimbra', '{"en": "Coimbra"}', 'C', 'PT', 40, -8, 'Europe/Lisbon', 'pt', 1, 'co', 'disc', '#45216c', '#45216c', '#b596e3', '#ffffff')`;
	await db`insert into people (id, email, name, locale, time_zone, writing_language, created_at) values (${ines}, 'i@x.example', 'Inês', 'en', 'UTC', 'en', ${at})`;
	await db`
		insert into memberships (id, person_id, network_id, role, partner_id, starts_at)
		values (${randomUUID()}, ${ines}, ${network}, 'officer', ${partner}, ${at})`;
	await db`insert into kinds (kind) values ('practice'), ('practice-draft') on conflict do nothing`;
	for (const [state, id] of Object.entries(ids)) {
		const n = state === 'draft' ? null : 1;
		const [stream, since] = n === null ? [null, null] : [`practice:${id}`, at];
		const open = (kind: string, audience: string[]) => db`
			insert into streams (id, seq, network_id, kind, subject_id, audience)
			values (${`${kind}:${id}`}, 1, ${network}, ${kind}, ${id}, ${audience})`;
		await open('practice-draft', [`city:${network}:co`, `role:${network}:lead`]);
		if (stream) await open('practice', [`network:${network}`]);
		await db`
			insert into practices (id, network_id, partner_id, form, state, short_id, slug, draft_stream, stream, draft_n, published_n, begun_by, begun_at, published_at, changed_at)
			values (${id}, ${network}, ${partner}, 'entry', ${state}, ${id.slice(0, 8)}, ${state}, ${`practice-draft:${id}`}, ${stream}, 1, ${n}, ${ines}, ${at}, ${since}, ${since})`;
		await db`
			insert into practice_revisions (practice_id, n, content, author_id, at) values (${id}, 1, ${db.json(values(state) as never)}, ${ines}, ${at})`;
		if (stream)
			await db`
				insert into practice_facets (practice_id, network_id, city, country, form, title, pitch, lang, langs, themes, tags, evidence, completeness, published_at, changed_at)
				values (${id}, ${network}, 'co', 'PT', 'entry', ${state}, 'In short', 'en', '{en}', '{}', '{}', 'none', 2, ${at}, ${at})`;
	}
	for (const [stream, name] of [
		[`practice-draft:${ids.draft}`, 'post.posted'],
		[`practice:${ids.published}`, 'practice.published']
	] as const)
		await db`insert into events (stream, seq, name, actor_id, at, countable, payload) values (${stream}, 1, ${name}, ${ines}, ${at}, false, '{}')`;
	await db`
		insert into practice_clashes (practice_id, field, author_id, mine, at)
		values (${ids.draft}, 'title', ${ines}, ${db.json({ value: 'As I wrote it' })}, ${at})`;
}

test('practices of before the list asked audiences itself are listed as before, and what is archived comes back', async () => {
	const old = await databaseAt(33);
	onTestFinished(() => old.drop());
	await fill(old);
	await old.migrate();
	const services = servicesOn(old.url);
	onTestFinished(() => services.close());
	const listed = async () => {
		const { entries, total } = (await practicesPage(services, { actor: officer, locale: 'en' }, new URLSearchParams())).listed;
		return { total, ids: entries.map(({ id }) => id).sort() };
	};
	expect(await listed()).toEqual({ total: 1, ids: [ids.published] });
	await reopenPractice(services, officer, { commandId: randomUUID(), id: ids.archived });
	expect(await listed()).toEqual({ total: 2, ids: [ids.published, ids.archived].sort() });
	await old.sql`update streams set audience = ${[`person:${randomUUID()}`]} where id = ${`practice:${ids.published}`}`;
	expect(await listed()).toEqual({ total: 1, ids: [ids.archived] });
});

test('only streams of before in which something was ever said are asked for what is unread', async () => {
	const old = await databaseAt(33);
	onTestFinished(() => old.drop());
	await fill(old);
	await old.migrate();
	const services = servicesOn(old.url);
	onTestFinished(() => services.close());
	// It was hidden: it does not count, and may be put back.
	expect(Object.keys(await countUnread(services, officer))).toEqual([`practice-draft:${ids.draft}`]);
});

test('a clash of before is settled by all that its author wrote', async () => {
	const old = await databaseAt(33);
	onTestFinished(() => old.drop());
	await fill(old);
	await old.migrate();
	const services = servicesOn(old.url);
	onTestFinished(() => services.close());
	const settled = await settleClash(services, officer, { commandId: randomUUID(), id: ids.draft, field: 'title', keep: 'mine' });
	expect(settled).toMatchObject({ n: 2, asWritten: 2 });
	const revisions =
		await old.sql`select content ->> 'title' as title, taken_back from practice_revisions where practice_id = ${ids.draft} order by n`;
	expect(revisions).toEqual([
		{ title: 'draft', taken_back: null },
		{ title: 'As I wrote it', taken_back: null }
	]);
});
