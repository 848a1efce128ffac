import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { networks, partners } from '#lib/server/db/schema/networks.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { openMeetingStream } from '#lib/server/meetings/audience.ts';
import type { Services } from '#lib/server/services.ts';

/** A network of one city with one meeting, and whoever is asked for. */
export interface SmallNetwork {
	id: string;
	slug: string;
	stream: string;
	/** Adds a person with this membership. */
	person(name: string, membership?: Partial<Membership>): Promise<Person>;
}

export async function smallNetwork({ db, clock }: Services): Promise<SmallNetwork> {
	const [id, partnerId, meetingId] = [randomUUID(), randomUUID(), randomUUID()];
	let stream = '';
	const slug = 'coimbra-2017';
	await db.transaction(async (tx) => {
		await tx.insert(networks).values({
			id,
			slug: 'small',
			name: 'Small',
			motto: { en: 'Small' },
			fundingLine: { en: 'Funded' },
			about: { en: 'Small' },
			createdAt: clock.now()
		});
		await tx.insert(partners).values({
			id: partnerId,
			networkId: id,
			code: 'co',
			slug: 'coimbra',
			name: { en: 'Coimbra' },
			organisation: 'Câmara',
			country: 'PT',
			latitude: 40,
			longitude: -8,
			timeZone: 'Europe/Lisbon',
			language: 'pt',
			position: 1,
			letters: 'co',
			shape: 'disc',
			fill: '#45216c',
			edge: '#45216c',
			edgeDark: '#b596e3',
			ink: '#ffffff'
		});
		stream = await openMeetingStream(tx, { id: meetingId, network: id });
		await tx.insert(meetings).values({
			id: meetingId,
			networkId: id,
			slug,
			kind: 'exchange',
			number: 3,
			hostId: partnerId,
			theme: { en: 'Tech hubs' },
			startsOn: '2017-03-30',
			endsOn: '2017-03-31',
			precision: 'day',
			timeZone: 'Europe/Lisbon',
			stream
		});
	});
	return {
		id,
		slug,
		stream,
		async person(name, membership = {}) {
			const personId = randomUUID();
			await db.insert(people).values({
				id: personId,
				email: `${personId}@example.org`,
				name,
				locale: 'en',
				timeZone: 'Europe/Riga',
				writingLanguage: 'en',
				createdAt: clock.now()
			});
			const held: Membership = { network: id, role: 'officer', city: 'co', expertKind: null, ...membership };
			if (held.network === id) {
				const { role, city, expertKind } = held;
				const [partner] = await db
					.select({ id: partners.id })
					.from(partners)
					.where(and(eq(partners.networkId, id), eq(partners.code, city ?? '')));
				if (city !== null && !partner) throw new Error(`The small network has no ${city}`);
				await db.insert(memberships).values({
					id: randomUUID(),
					personId,
					networkId: id,
					role,
					partnerId: partner?.id ?? null,
					expertKind,
					startsAt: clock.now()
				});
			}
			return {
				kind: 'person',
				id: personId,
				name,
				locale: 'en',
				timeZone: 'Europe/Riga',
				suspended: false,
				memberships: [held]
			};
		}
	};
}
