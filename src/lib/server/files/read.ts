import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { FileKind } from '#lib/model/files/kinds.ts';
import { can } from '#lib/model/policy.ts';
import type { Database, Transaction } from '../db/client.ts';
import { hiddenUses, readableUse } from './subjects.ts';

/** What there is to read under an address. */
export interface ReadableFile {
	id: string;
	name: string;
	kind: FileKind;
	sha256: string;
	type: string;
	size: number;
}

interface Row extends Record<string, unknown> {
	id: string;
	name: string;
	kind: FileKind;
	sha256: string;
	type: string;
	size: string;
}

/**
 * Condition on `files`: it stands where this actor may read, or a newer one stands in its place there; or it is their
 * own and stands nowhere yet.
 * @param hidden what it may stand in besides (see `hiddenUses`)
 */
export function visibleFiles(actor: Actor, hidden: readonly string[] = []): SQL {
	if (actor.kind === 'visitor' || actor.suspended) return sql`false`;
	const networks = [...new Set(actor.memberships.map(({ network }) => network))].filter((network) => can(actor, 'file.add', { network }));
	return sql`(
		exists (select 1 from files newer join file_uses used on used.file_id = newer.id
			where newer.series_id = files.series_id and newer.version >= files.version and ${readableUse(actor, hidden)})
		or (files.owner_id = ${actor.id} and files.network_id = any(${sql.param(networks)}::uuid[])
			and not exists (select 1 from file_uses own where own.file_id = files.id)))`;
}

/** A file that this actor may read now; null for any other. */
export async function readableFile(db: Database | Transaction, actor: Actor, id: string): Promise<ReadableFile | null> {
	return alsoWhereHidden(db, actor, id, async (visible) => {
		const [row] = await db.execute<Row>(sql`
			select id, name, kind, sha256, type, size from files where id = ${id}::uuid and ${visible}`);
		return row ? { ...row, size: Number(row.size) } : null;
	});
}

/** A size of the picture of a file that this actor may read now. */
export async function readablePicture(db: Database, actor: Actor, id: string, size: string): Promise<ReadableFile | null> {
	return alsoWhereHidden(db, actor, id, async (visible) => {
		const [row] = await db.execute<Row>(sql`
			select files.id, files.name, files.kind, shown.sha256, shown.type, shown.bytes as size
			from files join file_renditions shown on shown.of = files.sha256 and shown.size = ${size}
			where files.id = ${id}::uuid and ${visible}`);
		return row ? { ...row, size: Number(row.size) } : null;
	});
}

/** Asks first as nearly all may be answered; what is out of sight is looked up only for those who were not. */
async function alsoWhereHidden<Found>(
	db: Database | Transaction,
	actor: Actor,
	file: string,
	find: (visible: SQL) => Promise<Found | null>
): Promise<Found | null> {
	const found = await find(visibleFiles(actor));
	if (found) return found;
	const hidden = await hiddenUses(db, actor, file);
	return hidden.length > 0 ? find(visibleFiles(actor, hidden)) : null;
}

/** Every version of a file that this actor may read, newest first. */
export async function versionsOf(
	db: Database,
	actor: Actor,
	id: string
): Promise<(Pick<AttachedFile, 'id' | 'name' | 'size'> & { version: number; at: string })[]> {
	const visible = visibleFiles(actor, await hiddenUses(db, actor, id));
	const rows = await db.execute<{ id: string; name: string; size: string; version: number; created_at: string }>(sql`
		select id, name, size, version, created_at from files
		where series_id = (select series_id from files where id = ${id}::uuid) and ${visible}
		order by version desc`);
	return rows.map(({ created_at, size, ...row }) => ({ ...row, size: Number(size), at: new Date(created_at).toISOString() }));
}

/** A file as it is shown beside a text. */
export function presentFile(
	row: {
		id: string;
		name: string;
		kind: FileKind;
		type: string;
		size: number | string;
		width: number | null;
		height: number | null;
		pages: number | null;
		version: number;
	},
	alt?: string
): AttachedFile {
	const { id, name, kind, type, size, width, height, pages, version } = row;
	return {
		id,
		name,
		kind,
		type,
		size: Number(size),
		...(width !== null && height !== null && { width, height }),
		...(pages !== null && { pages }),
		...(alt !== undefined && { alt }),
		...(version > 1 && { version })
	};
}
