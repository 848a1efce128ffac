import { sql } from 'drizzle-orm';
import { formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { emptyValues, type PracticeValues } from '#lib/model/practices/values.ts';
import type { Database } from '../../db/client.ts';
import { visiblePublished } from '../../practices/visible.ts';
import type { CellsIn } from '#lib/i18n/plan-cells.ts';

/** What the objectives of a plan and the practices that its rows name are called, by id, as far as this actor may see them. */
export async function rowNames(db: Database, actor: Actor, plan: string, locale: string): Promise<Map<string, string>> {
	const [objectives, named] = await Promise.all([
		db.execute<{ id: string; title: string | null }>(sql`
			select own.id, said.content ->> 'title' as title
			from plan_rows own join row_revisions said on said.row_id = own.id and said.n = own.n
			where own.plan_id = ${plan} and own.kind = 'objective' and own.hidden_at is null`),
		db.execute<{ id: string; content: PracticeValues }>(sql`
			select practices.id, said.content from practices
				join practice_revisions said on said.practice_id = practices.id and said.n = practices.published_n
			where ${visiblePublished(actor)} and practices.id in (
				select (said.content ->> 'practice')::uuid from plan_rows own join row_revisions said on said.row_id = own.id
				where own.plan_id = ${plan} and own.kind = 'action')`)
	]);
	return new Map([
		...objectives.map(({ id, title }): [string, string] => [id, title ?? '']),
		...named.map(({ id, content }): [string, string] => [id, titleInReadersWords({ ...emptyValues, ...content }, locale).title])
	]);
}

/** The words in which this actor compares rows of a plan. */
export async function rowReader(db: Database, actor: Actor, plan: string, asked: string): Promise<CellsIn> {
	const locale = isLocale(asked) ? asked : baseLocale;
	const names = await rowNames(db, actor, plan, locale);
	return {
		locale,
		format: formatter(locale, actor.kind === 'person' ? actor.timeZone : 'UTC'),
		named: (id) => names.get(id) ?? '…'
	};
}
