import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { parse } from '../platform/parse.ts';
import { tagIn } from '../access/tag-in.ts';
import type { Services } from '../services.ts';
import { accountOf, bytesKept } from './quota.ts';

/** How much somebody may send: of one file, beside one text, and altogether. */
export interface Room {
	largest: number;
	perPost: number;
	left: number;
	/** Whether a city's files are counted, or a person's own. */
	city: boolean;
}

/** @throws Forbidden, Invalid */
export async function roomFor({ db, config }: Services, actor: Actor, network: unknown): Promise<Room> {
	const person = authorize(actor, 'file.add', { network: parse(z.uuid(), network) });
	const { city } = tagIn(person, String(network));
	const kept = await bytesKept(db, await accountOf(db, { network: String(network), city, ownerId: person.id }));
	const { largest, perPost, quota } = config.files;
	return { largest, perPost, left: Math.max(0, quota - kept), city: city !== null };
}
