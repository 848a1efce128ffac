import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { spoken } from '#lib/model/localized.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { FileKind } from '#lib/model/files/kinds.ts';
import { foremost, type PersonTag } from '#lib/model/people/tags.ts';
import type { Practice } from '#lib/model/practices/practice.ts';
import type { AroundPractice } from '#lib/model/practices/shown.ts';
import { currentMemberships } from '../access/memberships.ts';
import type { Database, Transaction } from '../db/client.ts';
import { partners, themes } from '../db/schema/networks.ts';
import { presentFile } from '../files/read.ts';

/** What stands around an entry that somebody may read, as it is now. */
export async function aroundPractice(
	db: Database,
	practice: Practice,
	{ locale, now, draft }: { locale: string; now: Date; draft: boolean }
): Promise<AroundPractice> {
	const { network, city, values } = practice;
	const [named, [partner], people, files] = await Promise.all([
		db
			.select({ slug: themes.slug, name: themes.name })
			.from(themes)
			.where(and(eq(themes.networkId, network), inArray(themes.slug, values.themes)))
			.orderBy(asc(themes.position)),
		db
			.select({ population: partners.population })
			.from(partners)
			.where(and(eq(partners.networkId, network), eq(partners.code, city))),
		teamOf(db, practice, now),
		filesOf(db, practice, draft)
	]);
	const contact = people.filter(({ id }) => id === values.contact);
	const coordinators = people.filter(({ role }) => role === 'coordinator');
	return {
		themes: named.map(({ slug, name }) => ({ slug, name: spoken(name, locale) })),
		population: partner?.population ?? null,
		contacts: [contact, coordinators, people].find((some) => some.length > 0) ?? [],
		files
	};
}

interface Member extends Record<string, unknown> {
	id: string;
	name: string;
	memberships: Membership[];
}

/** Who works in the city's team now. */
export async function teamOf(
	db: Database | Transaction,
	{ network, city }: Pick<Practice, 'network' | 'city'>,
	now: Date
): Promise<PersonTag[]> {
	const rows = await db.execute<Member>(sql`
		select people.id, people.name, ${currentMemberships(now)} as memberships from people
		where people.suspended_at is null and exists (
			select from memberships held join partners on partners.id = held.partner_id
			where held.person_id = people.id and held.network_id = ${network} and partners.code = ${city}
				and held.role in ('lead', 'coordinator', 'officer') and held.starts_at <= ${now.toISOString()}
				and (held.ends_at is null or held.ends_at > ${now.toISOString()}))
		order by people.name, people.id`);
	return rows.flatMap(({ id, name, memberships }) => {
		const held = foremost(memberships.filter((one) => one.network === network && one.city === city));
		return held ? [{ id, name, city, role: held.role, expertKind: held.expertKind }] : [];
	});
}

interface FileRow extends Record<string, unknown> {
	id: string;
	name: string;
	kind: FileKind;
	type: string;
	size: string;
	width: number | null;
	height: number | null;
	pages: number | null;
	version: number;
	alt: string | null;
}

async function filesOf(db: Database, { id }: Practice, draft: boolean): Promise<AttachedFile[]> {
	const rows = await db.execute<FileRow>(sql`
		select files.id, name, kind, type, size, width, height, pages, version, used.alt
		from file_uses used join files on files.id = used.file_id
		where used.subject_kind = ${draft ? 'practice-draft' : 'practice'} and used.subject_id = ${id} order by used.position`);
	return rows.map(({ alt, ...row }) => presentFile(row, row.kind === 'picture' ? (alt ?? '') : undefined));
}
