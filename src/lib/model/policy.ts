import type { Actor, Person } from './access/actor.ts';
import { isAmong } from './access/groups.ts';
import type { Role } from './access/roles.ts';
import { threadOfMeeting } from './meetings/thread-of-meeting.ts';
import type { PostState } from './threads/posts.ts';
import type { ThreadSubject } from './threads/thread-subject.ts';

interface InNetwork {
	network: string;
}

interface AThread {
	subject: ThreadSubject;
}

/** Where only the network is said, it stands in a meeting. */
type APost = (AThread | InNetwork) & { authorId: string; state: PostState };

/** A person as a member: in which networks now, and in which of them as lead. */
interface AMember {
	id: string;
	suspended: boolean;
	networks: string[];
	leads: string[];
}

/** What each question is asked about. */
export interface Subjects {
	'network.read': InNetwork;
	'meeting.read': InNetwork;
	'meeting.post': InNetwork;
	'thread.read': AThread;
	/** To post and to answer. */
	'thread.speak': AThread;
	'thread.moderate': AThread;
	/** To put a file into the network's store; where it then stands has a rule of its own. */
	'file.add': InNetwork;
	'post.edit': APost;
	'post.delete': APost;
	'post.react': APost;
	/** To take it out of sight for all but its author and the lead partner. */
	'post.hide': APost;
	'post.restore': APost;
	/** To read the text of a hidden post, and why it is hidden. */
	'post.readHidden': APost;
	'moderation.read': InNetwork;
	'person.suspend': AMember;
	'person.readmit': AMember;
	'person.invite': InNetwork & { role: Role; city: string | null };
	'invitation.withdraw': InNetwork & { role: Role; city: string | null };
	'invitation.list': InNetwork & { city: string | null };
	/** To hear what is addressed to a person, and to say what of it is done. */
	'inbox.read': { personId: string };
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
		city !== null && person.memberships.some((held) => held.network === network && held.role === 'coordinator' && held.city === city)
	);
}

function mayInvite(person: Person, to: Subjects['person.invite']): boolean {
	if (holds(person, to.network, ['lead'])) return true;
	return (to.role === 'officer' || to.role === 'local') && coordinates(person, to.network, to.city);
}

function threadOf(asked: AThread | InNetwork): ThreadSubject {
	return 'subject' in asked ? asked.subject : threadOfMeeting(asked);
}

function reads(person: Person, thread: AThread | InNetwork): boolean {
	return isAmong(person, threadOf(thread).audience);
}

function speaks(person: Person, thread: AThread | InNetwork): boolean {
	return reads(person, thread) && holds(person, threadOf(thread).network, partners);
}

function moderates(person: Person, thread: AThread | InNetwork): boolean {
	return reads(person, thread) && holds(person, threadOf(thread).network, ['lead']);
}

function ownPost(person: Person, post: APost): boolean {
	return post.authorId === person.id && speaks(person, post);
}

function leadsAll(person: Person, networks: readonly string[]): boolean {
	return networks.length > 0 && networks.every((network) => holds(person, network, ['lead']));
}

/** Nobody suspends themselves or another lead: that is for who runs the installation. */
function maySuspend(person: Person, member: AMember): boolean {
	return member.id !== person.id && !member.suspended && member.leads.length === 0 && leadsAll(person, member.networks);
}

const table: { [Q in Question]: Rule<Q> } = {
	'network.read': (person, { network }) => holds(person, network, anyone),
	'meeting.read': (person, { network }) => holds(person, network, anyone),
	'meeting.post': (person, { network }) => holds(person, network, partners),
	'thread.read': reads,
	'thread.speak': speaks,
	'thread.moderate': moderates,
	'file.add': (person, { network }) => holds(person, network, partners),
	'post.edit': (person, post) => post.state === 'posted' && ownPost(person, post),
	'post.delete': (person, post) => post.state !== 'deleted' && ownPost(person, post),
	'post.react': (person, post) => post.state === 'posted' && speaks(person, post),
	'post.hide': (person, post) => post.state === 'posted' && moderates(person, post),
	'post.restore': (person, post) => post.state === 'hidden' && moderates(person, post),
	'post.readHidden': (person, post) =>
		post.state === 'hidden' && (moderates(person, post) || (post.authorId === person.id && reads(person, post))),
	'moderation.read': (person, { network }) => holds(person, network, ['lead']),
	'person.suspend': maySuspend,
	'person.readmit': (person, { suspended, networks }) => suspended && leadsAll(person, networks),
	'person.invite': mayInvite,
	'invitation.withdraw': mayInvite,
	'invitation.list': (person, { network, city }) => holds(person, network, ['lead']) || coordinates(person, network, city),
	'inbox.read': (person, { personId }) => person.id === personId
};

/** The one place that says who may do what; asked by commands, joins, and by the browser before it draws a button. */
export function can<Q extends Question>(actor: Actor, question: Q, subject: Subjects[Q]): boolean {
	if (actor.kind === 'visitor' || actor.suspended) return false;
	return table[question](actor, subject);
}
