import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Services } from '../services.ts';
import { changeEntries } from './change-entries.ts';

/** Somebody has come to a place: what told them of it is read, also where they had read past it before they were told. */
export async function readPlace(services: Services, actor: Actor, { stream, seq }: { stream: string; seq: number }): Promise<void> {
	if (actor.kind === 'visitor') return;
	await changeEntries(services, actor.id, 'read', sql`stream = ${stream} and seq = ${seq}`);
}
