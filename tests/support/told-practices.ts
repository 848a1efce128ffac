import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { PracticeForm } from '#lib/model/practices/practice.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import { beginPractice } from '#lib/server/practices/begin.ts';
import { approvePractice, submitPractice } from '#lib/server/practices/rounds.ts';
import type { Services } from '#lib/server/services.ts';
import { actorOf, who } from './actors.ts';

export interface ToldPractice extends Partial<PracticeValues> {
	city: string;
	title: string;
	form?: PracticeForm;
	/** Only begun, or handed in too; published where nothing is said. */
	until?: 'draft' | 'submitted';
}

/** Entries of cities of a running demo, each told by somebody who for once works in that city. */
export async function tellPractices(services: Services, told: ToldPractice[]): Promise<string[]> {
	const [host, lead] = [await actorOf(services, who.host), await actorOf(services, who.lead)];
	const [held] = host.memberships;
	if (!held) throw new Error('The host holds no role');
	const ids: string[] = [];
	for (const { city, form = 'entry', until, ...values } of told) {
		const teller: Person = { ...host, memberships: [{ ...held, city }] };
		const said = { lang: 'en', pitch: 'What it is in a line.', summary: fromMarkdown('What it is.'), ...values };
		const once = () => ({ commandId: randomUUID() });
		const { id } = await beginPractice(services, teller, { ...once(), network: held.network, city, form, values: said });
		ids.push(id);
		if (until === 'draft') continue;
		await submitPractice(services, teller, { ...once(), id, n: 1 });
		if (until !== 'submitted') await approvePractice(services, lead, { ...once(), id, round: 1 });
	}
	return ids;
}
