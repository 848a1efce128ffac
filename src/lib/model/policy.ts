import type { Actor, Person } from './actor.ts';
import type { Role } from './roles.ts';

interface InNetwork {
	network: string;
}

/** What each question is asked about. */
export interface Subjects {
	'network.read': InNetwork;
	'meeting.read': InNetwork;
	'meeting.post': InNetwork;
	'post.edit': InNetwork & { authorId: string; state: 'posted' | 'deleted' };
	'post.delete': InNetwork & { authorId: string; state: 'posted' | 'deleted' };
	'person.invite': InNetwork & { role: Role; city: string | null };
	'invitation.withdraw': InNetwork & { role: Role; city: string | null };
	'invitation.list': InNetwork & { city: string | null };
}
export type Question = keyof Subjects;

type Rule<Q extends Question> = (person: Person, subject: Subjects[Q]) => boolean;

const anyone: readonly Role[] = ['lead', 'coordinator', 'officer', 'expert', 'local', 'reader'];
const partners: readonly Role[] = ['lead', 'coordinator', 'officer', 'expert'];

function holds(person: Person, network: string, among: readonly Role[]): boolean {
	return person.memberships.some((held) => held.network === network && among.includes(held.role));
}

function coordinates(person: Person, network: string, city: string | null): boolean {
	return (
		city !== null &&
		person.memberships.some(
			(held) => held.network === network && held.role === 'coordinator' && held.city === city
		)
	);
}

function mayInvite(person: Person, to: Subjects['person.invite']): boolean {
	if (holds(person, to.network, ['lead'])) return true;
	return (to.role === 'officer' || to.role === 'local') && coordinates(person, to.network, to.city);
}

function ownPost(person: Person, post: Subjects['post.edit']): boolean {
	return (
		post.authorId === person.id &&
		post.state === 'posted' &&
		holds(person, post.network, partners)
	);
}

const table: { [Q in Question]: Rule<Q> } = {
	'network.read': (person, { network }) => holds(person, network, anyone),
	'meeting.read': (person, { network }) => holds(person, network, anyone),
	'meeting.post': (person, { network }) => holds(person, network, partners),
	'post.edit': ownPost,
	'post.delete': ownPost,
	'person.invite': mayInvite,
	'invitation.withdraw': mayInvite,
	'invitation.list': (person, { network, city }) =>
		holds(person, network, ['lead']) || coordinates(person, network, city)
};

/** The one place that says who may do what; asked by commands, joins, and by the browser before it draws a button. */
export function can<Q extends Question>(actor: Actor, question: Q, subject: Subjects[Q]): boolean {
	if (actor.kind === 'visitor' || actor.suspended) return false;
	return table[question](actor, subject);
}
