import type { SeenBy } from './seen-by.ts';
import type { Role } from '../access/roles.ts';
import { anyRole, coordinates, holds, partnerRoles } from '../access/holds.ts';
import type { Person } from '../access/actor.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';

/** A person as a member: in which networks now, and in which of them as lead. */
interface AMember {
	id: string;
	suspended: boolean;
	networks: string[];
	leads: string[];
}

/** An address or a number of somebody: whose it is, in which networks they are now, and whom they let see it. */
interface AWayToReach {
	id: string;
	networks: string[];
	seenBy: SeenBy;
}

interface AnInvitation {
	network: string;
	role: Role;
	city: string | null;
}

export interface PeopleSubjects {
	'person.suspend': AMember;
	'person.readmit': AMember;
	'person.reach': AWayToReach;
	'person.invite': AnInvitation;
	'invitation.withdraw': AnInvitation;
	'invitation.list': Omit<AnInvitation, 'role'>;
}

declare module '../policy.ts' {
	interface Subjects extends PeopleSubjects {}
}

function mayInvite(person: Person, { network, role, city }: AnInvitation): boolean {
	return holds(person, network, ['lead']) || ((role === 'officer' || role === 'local') && coordinates(person, network, city));
}

function leadsAll(person: Person, networks: readonly string[]): boolean {
	return networks.length > 0 && networks.every((network) => holds(person, network, ['lead']));
}

/** Nobody suspends themselves or another lead: that is for who runs the installation. */
function maySuspend(person: Person, member: AMember): boolean {
	return member.id !== person.id && !member.suspended && member.leads.length === 0 && leadsAll(person, member.networks);
}

function mayReach(person: Person, { id, networks, seenBy }: AWayToReach): boolean {
	if (person.id === id) return true;
	if (seenBy === 'nobody') return false;
	return networks.some((network) => holds(person, network, seenBy === 'network' ? anyRole : partnerRoles));
}

export const peopleNoun: ModelNoun<PeopleSubjects> = {
	name: 'people',
	kinds: ['person'],
	policy: {
		'person.suspend': maySuspend,
		'person.readmit': (person, { suspended, networks }) => suspended && leadsAll(person, networks),
		'person.reach': mayReach,
		'person.invite': mayInvite,
		'invitation.withdraw': mayInvite,
		'invitation.list': (person, { network, city }) => holds(person, network, ['lead']) || coordinates(person, network, city)
	},
	events: none,
	thread: none,
	found: { person: { en: ['person', 'people'], lv: ['cilvēks', 'cilvēki', 'persona'] } }
};
