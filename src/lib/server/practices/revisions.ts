import { and, eq, inArray, sql } from 'drizzle-orm';
import { formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import { spoken } from '#lib/model/localized.ts';
import { audienceOfDraft, type PracticeHead, type Publication } from '#lib/model/practices/practice.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import type { Database } from '../db/client.ts';
import { files } from '../db/schema/files.ts';
import { themes } from '../db/schema/networks.ts';
import { people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import { comparePractices, type FieldDifference } from './compare.ts';
import { findPractice, revisionOf } from './find.ts';
import { heardOf } from './heard-of.ts';
import { publicationsOf, sessionsOf, type Session } from './history.ts';

export interface PracticeHistory {
	heard: HeardUpTo[];
	head: PracticeHead;
	title: string;
	publications: Publication[];
	/** Who wrote in the draft; empty for those who do not read it. */
	sessions: Session[];
	/** Two revisions beside one another, where they were asked for. */
	compared: { from: number; to: number; differences: FieldDifference[] } | null;
}

/**
 * The history of an entry as far as this actor may know it: who does not read its draft compares what was published, and
 * nothing in between.
 * @throws NotFound also for a revision that this actor may not read
 */
export async function practiceHistory(
	db: Database,
	actor: Actor,
	address: string,
	{ locale, now, compare }: { locale: string; now: Date; compare: { from: number; to: number } | null }
): Promise<PracticeHistory> {
	const heard = await heardOf(db, actor, await findPractice(db, actor, address));
	const head = await findPractice(db, actor, address);
	const readsDraft = isAmong(actor, audienceOfDraft(head));
	const publications = await publicationsOf(db, head, now);
	const sessions = readsDraft ? await sessionsOf(db, head, now) : [];
	const published = publications.map(({ n }) => n);
	if (compare && !readsDraft && [compare.from, compare.to].some((n) => !published.includes(n))) throw new NotFound();
	const shown = await revisionOf(db, head.id, readsDraft ? head.draftN : (head.publishedN ?? 0));
	return {
		heard,
		head,
		title: shown.title,
		publications: publications.reverse(),
		sessions,
		compared: compare && { ...compare, differences: await compareRevisions(db, actor, head, compare, locale) }
	};
}

async function compareRevisions(
	db: Database,
	actor: Actor,
	{ id, network }: PracticeHead,
	{ from, to }: { from: number; to: number },
	asked: string
): Promise<FieldDifference[]> {
	const [before, after] = await Promise.all([revisionOf(db, id, from), revisionOf(db, id, to)]);
	const locale = isLocale(asked) ? asked : baseLocale;
	const names = await namesIn(db, network, [before, after], locale);
	const format = formatter(locale, actor.kind === 'person' ? actor.timeZone : 'UTC');
	return comparePractices(before, after, { locale, format, named: (id) => names.get(id) ?? '…' });
}

/** What themes, people and files are called that revisions name by their ids; who never was of the network has no name here. */
async function namesIn(db: Database, network: string, values: PracticeValues[], locale: string): Promise<Map<string, string>> {
	const [contacts, held, slugs] = [
		values.flatMap(({ contact }) => (contact ? [contact] : [])),
		values.flatMap((one) => one.files.map(({ id }) => id)),
		values.flatMap((one) => one.themes)
	];
	const [named, called, filed] = await Promise.all([
		db
			.select({ id: themes.slug, name: themes.name })
			.from(themes)
			.where(and(eq(themes.networkId, network), inArray(themes.slug, slugs))),
		db
			.select({ id: people.id, name: people.name })
			.from(people)
			.where(
				sql`${people.id} = any(${sql.param(contacts)}::uuid[]) and exists (
					select from memberships held where held.person_id = people.id and held.network_id = ${network})`
			),
		db
			.select({ id: files.id, name: files.name })
			.from(files)
			.where(sql`${files.id} = any(${sql.param(held)}::uuid[])`)
	]);
	const all = [...named.map(({ id, name }) => ({ id, name: spoken(name, locale) })), ...called, ...filed];
	return new Map(all.map(({ id, name }) => [id, name]));
}
