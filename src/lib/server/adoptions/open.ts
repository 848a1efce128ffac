import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import { audienceOfPair, type AdoptionPerson, type LogEntry, type PublicationToAnswer } from '#lib/model/adoptions/adoption.ts';
import type { AdoptionPage, PartToChoose } from '#lib/model/adoptions/shown.ts';
import { can } from '#lib/model/policy.ts';
import type { PracticeModule } from '#lib/model/practices/values.ts';
import { tagsOf } from '../access/tags-of.ts';
import type { Database } from '../db/client.ts';
import { adoptionAnswers, adoptionLog, adoptionModules, adoptionPeople, adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { practicePublications } from '../db/schema/practices.ts';
import { NotFound } from '../platform/errors.ts';
import { teamOf } from '../practices/around.ts';
import { heardUpTo } from '../events/heard-up-to.ts';
import { findPractice, revisionOf } from '../practices/find.ts';
import { cityOfActor } from './adoptions-of.ts';
import { pairs, type AdoptionRow } from './find.ts';
import { presentAdoptions } from './present.ts';
import { readsEntry } from './reads-entry.ts';
import { visibleAdoptions, visiblePairs } from './visible.ts';

/** The pair at an address, as far as this actor may know of it. @throws NotFound */
export async function pairAt(db: Database, actor: Actor, { slug, city }: { slug: string; city: string }): Promise<AdoptionRow> {
	const { id } = await findPractice(db, actor, slug);
	const which = and(eq(adoptions.practiceId, id), eq(partners.code, city), or(visibleAdoptions(actor), visiblePairs(actor)));
	const [row] = await pairs(db, which);
	if (!row) throw new NotFound();
	return row;
}

/** Everything on the page of an adoption but the thread of the pair. @throws NotFound */
export async function openAdoption(db: Database, actor: Actor, at: { slug: string; city: string }, now: Date): Promise<AdoptionPage> {
	const row = await pairAt(db, actor, at);
	const { id, networkId: network, owner, city } = row;
	const heard = await heardUpTo(db, row.practiceStream);
	const head = await findPractice(db, actor, at.slug);
	const { title, lang, modules } = await revisionOf(db, row.practiceId, row.publishedN);
	const pair = { network, owner, city };
	const [[adoption], parts, log, people, publications] = await Promise.all([
		presentAdoptions(db, [row], now),
		partsOf(db, row, modules),
		logOf(db, actor, row, now),
		peopleOf(db, row, now),
		publicationsOf(db, row, now)
	]);
	const own = cityOfActor(actor, network);
	const team = own === null || !can(actor, 'adoption.log', pair) ? [] : await teamOf(db, { network, city: own }, now);
	return {
		heard,
		practice: { ...head, title, lang },
		id,
		city,
		adoption: adoption ?? null,
		parts,
		log,
		people,
		colleagues: team.filter((one) => !people.some((listed) => listed.id === one.id)),
		publications,
		may: {
			mark: can(actor, 'adoption.mark', pair),
			write: can(actor, 'adoption.write', pair),
			log: can(actor, 'adoption.log', pair),
			moderate: can(actor, 'adoption.moderate', { network })
		},
		ofPair: isAmong(actor, audienceOfPair(pair))
	};
}

async function partsOf(db: Database, { id, practiceId }: AdoptionRow, modules: PracticeModule[]): Promise<PartToChoose[]> {
	const rows = await db.select().from(adoptionModules).where(eq(adoptionModules.adoptionId, id));
	const chosen = new Map(
		rows.map(({ moduleId, choice, note, at }) => [moduleId, { module: moduleId, choice, note, at: at.toISOString() }])
	);
	const here = modules.map((part): PartToChoose => ({ ...part, gone: false, chosen: chosen.get(part.id) ?? null }));
	const missing = rows.filter(({ moduleId }) => !modules.some((part) => part.id === moduleId)).map(({ moduleId }) => moduleId);
	if (missing.length === 0) return here;
	// As it was called last.
	const gone = await db.execute<{ part: PracticeModule }>(sql`
		select distinct on (part ->> 'id') part from practice_revisions, jsonb_array_elements(content -> 'modules') part
		where practice_id = ${practiceId} and part ->> 'id' = any(${sql.param(missing)}::text[]) order by part ->> 'id', n desc`);
	return [...here, ...gone.map(({ part }): PartToChoose => ({ ...part, gone: true, chosen: chosen.get(part.id) ?? null }))];
}

async function logOf(db: Database, actor: Actor, row: AdoptionRow, now: Date): Promise<LogEntry[]> {
	const rows = await db
		.select()
		.from(adoptionLog)
		.where(eq(adoptionLog.adoptionId, row.id))
		.orderBy(desc(adoptionLog.at), desc(adoptionLog.id));
	const authors = await tagsOf(
		db,
		rows.map(({ authorId }) => authorId),
		now
	);
	return rows.flatMap(({ id, kind, lang, doc, files, authorId, at, editedAt, hiddenAt, hiddenReason }): LogEntry[] => {
		const author = authors.get(authorId);
		if (!author || !readsEntry(actor, { hiddenAt, authorId, network: row.networkId })) return [];
		return [
			{
				id,
				kind,
				lang,
				doc,
				files,
				author,
				at: at.toISOString(),
				editedAt: editedAt?.toISOString() ?? null,
				hiddenAt: hiddenAt?.toISOString() ?? null,
				hiddenReason
			}
		];
	});
}

async function peopleOf(db: Database, { id }: AdoptionRow, now: Date): Promise<AdoptionPerson[]> {
	const rows = await db
		.select({ personId: adoptionPeople.personId, city: partners.code })
		.from(adoptionPeople)
		.innerJoin(partners, eq(partners.id, adoptionPeople.partnerId))
		.where(eq(adoptionPeople.adoptionId, id));
	const tags = await tagsOf(
		db,
		rows.map(({ personId }) => personId),
		now
	);
	return rows
		.flatMap(({ personId, city }) => {
			const tag = tags.get(personId);
			return tag ? [{ ...tag, city }] : [];
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** What was published since the city marked its interest. */
async function publicationsOf(db: Database, { id, practiceId }: AdoptionRow, now: Date): Promise<PublicationToAnswer[]> {
	const rows = await db
		.select({
			number: practicePublications.number,
			from: sql<number | null>`lag(${practicePublications.n}) over (order by ${practicePublications.number})`,
			to: practicePublications.n,
			at: practicePublications.at,
			marked: sql<string | null>`(select min(at) from adoption_steps where adoption_id = ${id})`,
			answer: adoptionAnswers.answer,
			by: adoptionAnswers.by
		})
		.from(practicePublications)
		.leftJoin(adoptionAnswers, and(eq(adoptionAnswers.adoptionId, id), eq(adoptionAnswers.publication, practicePublications.number)))
		.where(eq(practicePublications.practiceId, practiceId))
		.orderBy(desc(practicePublications.number));
	const by = await tagsOf(
		db,
		rows.flatMap((row) => row.by ?? []),
		now
	);
	return rows.flatMap(({ from, at, marked, by: who, ...row }): PublicationToAnswer[] => {
		if (from === null || marked === null || at < new Date(marked)) return [];
		return [{ ...row, from, at: at.toISOString(), by: (who && by.get(who)) || null }];
	});
}
