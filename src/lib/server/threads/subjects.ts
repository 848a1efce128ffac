import type { Actor } from '#lib/model/access/actor.ts';
import type { None } from '#lib/model/noun.ts';
import type { Database, Transaction } from '../db/client.ts';
import { NotFound } from '../platform/errors.ts';
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

/** The same with its thread and the way to it, for the pages of what stands in the thread. */
export interface SubjectAt extends PresentSubject {
	stream: string;
	/** The rooms above it, the outermost first: at least the list in which it stands. */
	trail: { href: string; label: string }[];
}

/** What threads need of the noun of a kind. */
export interface SubjectKind {
	kind: string;
	/**
	 * What stands at an address, given by its steps: `['meetings', 'riga-2018']`. Null where nothing does that this actor may know
	 * of; for addresses of other kinds that is told without asking the database. Throws no error of the domain: pages have their own
	 * copy of these classes and would not know it.
	 */
	at(db: Database, actor: Actor, locale: string, steps: readonly string[]): Promise<SubjectAt | null>;
	/**
	 * Keys of the parts of a subject that a discussion can be about (`partKey`), for instance the fields of a form: the same for all
	 * of this kind, or asked by id; `none` where discussions are about the whole.
	 */
	parts: readonly string[] | ((db: Database, id: string) => Promise<readonly string[]>) | None;
	/** How these subjects are named and where they are, by id, as far as this actor may see them. */
	present(db: Database | Transaction, actor: Actor, locale: string, ids: string[]): Promise<Map<string, PresentSubject>>;
}

export const subjectKinds = slot<readonly SubjectKind[]>('subject kinds');

/**
 * What stands at an address, whichever noun's it is.
 * @param address without a slash at its ends
 * @throws NotFound when nothing does, or nothing that this actor may know of
 */
export async function subjectAt(db: Database, actor: Actor, locale: string, address: string): Promise<SubjectAt> {
	const steps = address.split('/');
	for (const kind of subjectKinds.get()) {
		const found = await kind.at(db, actor, locale, steps);
		if (found) return found;
	}
	throw new NotFound();
}

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
