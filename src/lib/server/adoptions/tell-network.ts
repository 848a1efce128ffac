import { eq } from 'drizzle-orm';
import type { Placed } from '#lib/model/command.ts';
import type { AdoptionEvents } from '#lib/model/adoptions/happened.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { heardUpTo } from '../events/heard-up-to.ts';
import { record } from '../events/record.ts';
import type { AdoptionRow } from './find.ts';
import { planQuiet } from './quiet.ts';

type AdoptionEvent = { [Name in keyof AdoptionEvents]: { name: Name; payload: AdoptionEvents[Name] } }[keyof AdoptionEvents];

/** Who joins or leaves tells nothing new about how it is going, nor does what the owner published or what became of an old entry. */
const noNews: readonly AdoptionEvent['name'][] = ['adoption.joined', 'adoption.left', 'adoption.revised', 'adoption.relogged'];

/** Tells everybody who reads the practice what happened to an adoption, as the last thing of its command. */
export async function tellNetwork(
	tx: Transaction,
	{ now, recorded }: Pick<Context<unknown>, 'now' | 'recorded'>,
	row: AdoptionRow,
	{ by, event }: { by: string; event: AdoptionEvent }
): Promise<Placed> {
	if (!noNews.includes(event.name)) {
		await tx.update(adoptions).set({ newsAt: now }).where(eq(adoptions.id, row.id));
		await planQuiet(tx, { ...row, newsAt: now });
	}
	const placed = await record(tx, { stream: row.practiceStream, actorId: by, at: now, event });
	recorded(placed);
	return { id: row.id, seq: placed.seq };
}

/** The answer to a command that finds everything as it wants it. */
export async function asItStands(tx: Transaction, { id, practiceStream }: AdoptionRow): Promise<Placed> {
	const { seq } = await heardUpTo(tx, practiceStream);
	return { id, seq };
}
