import type { Actor } from '#lib/model/access/actor.ts';
import type { Database, Transaction } from '../db/client.ts';
import { slot } from '../platform/slot.ts';

/** How something is named on which a thread hangs, and where it is. */
export interface PresentSubject {
	title: string;
	/** What it is called in short: Exchange meeting 3. */
	name: string;
	/** Address of its page, without a slash at the end. */
	href: string;
	/** Code of the city that it belongs to. */
	city: string | null;
}

/** What threads need of the noun of a kind. */
export interface SubjectKind {
	kind: string;
	/** How these subjects are named and where they are, by id, as far as this actor may see them. */
	present(db: Database | Transaction, actor: Actor, locale: string, ids: string[]): Promise<Map<string, PresentSubject>>;
}

export const subjectKinds = slot<readonly SubjectKind[]>('subject kinds');

interface Named {
	kind: string;
	subjectId: string;
}

/** Of these subjects what this actor may see: one question for each kind. */
export async function presentSubjects(
	db: Database | Transaction,
	actor: Actor,
	locale: string,
	wanted: readonly Named[]
): Promise<(subject: Named) => PresentSubject | undefined> {
	const kinds = [...Map.groupBy(wanted, ({ kind }) => kind)];
	const found = new Map(
		await Promise.all(
			kinds.map(async ([kind, its]) => {
				const noun = subjectKinds.get().find((one) => one.kind === kind);
				const ids = [...new Set(its.map(({ subjectId }) => subjectId))];
				return [kind, await noun?.present(db, actor, locale, ids)] as const;
			})
		)
	);
	return ({ kind, subjectId }) => found.get(kind)?.get(subjectId);
}

/** The lasting address of a post: of the page of what its thread hangs on, and its number there. */
export function addressOfPost({ href }: PresentSubject, seq: number): string {
	return `${href}/p/${seq}`;
}
