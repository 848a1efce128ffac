import { expect, test } from 'vitest';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { cityGroup, networkGroup, personGroup, roleGroup } from '#lib/model/access/groups.ts';
import { can, type Question, type Subjects } from '#lib/model/policy.ts';
import { belongsToCity, type Role } from '#lib/model/access/roles.ts';
import { columns, lines, type Column } from '../policy-matrix.ts';

const network = 'gen-y-city';
const questions: Record<Question, true> = {
	'network.read': true,
	'meeting.read': true,
	'meeting.post': true,
	'file.add': true,
	'thread.read': true,
	'thread.speak': true,
	'thread.moderate': true,
	'post.edit': true,
	'post.delete': true,
	'post.react': true,
	'post.hide': true,
	'post.restore': true,
	'post.readHidden': true,
	'moderation.read': true,
	'person.suspend': true,
	'person.readmit': true,
	'person.invite': true,
	'invitation.withdraw': true,
	'invitation.list': true,
	'inbox.read': true
};

function member(role: Role, change: Partial<Person> = {}, of = network): Person {
	return {
		kind: 'person',
		id: 'me',
		name: 'Me',
		locale: 'en',
		timeZone: 'Europe/Riga',
		suspended: false,
		memberships: [{ network: of, role, city: belongsToCity(role) ? 'da' : null, expertKind: role === 'expert' ? 'lead' : null }],
		...change
	};
}

const actors: Record<Column, Actor> = {
	V: visitor,
	S: member('officer', { suspended: true }),
	F: member('expert', {}, 'another-network'),
	R: member('reader'),
	L: member('local'),
	O: member('officer'),
	X: member('expert'),
	C: member('coordinator'),
	M: member('lead')
};

const audiences: Record<string, string[]> = {
	'to the network': [networkGroup(network)],
	'to leads': [roleGroup(network, 'lead')],
	'to Daugavpils': [cityGroup(network, 'da')],
	'to one person': [personGroup('me')],
	'to nobody': []
};

function thread(state: string): Subjects['thread.read'] {
	return { subject: { kind: 'meeting', network, audience: audiences[state] ?? [] } };
}

function post(state: string): Subjects['post.edit'] {
	return {
		subject: { kind: 'meeting', network, audience: [networkGroup(network)] },
		authorId: state.startsWith('own') ? 'me' : 'another',
		state: (['deleted', 'hidden'] as const).find((end) => state.endsWith(end)) ?? 'posted'
	};
}

function cityIn(state: string): string | null {
	if (state.includes('own city')) return 'da';
	return state.includes('other city') ? 'co' : null;
}

function invited(state: string): Subjects['person.invite'] {
	return { network, role: state.split(',')[0] as Role, city: cityIn(state) };
}

function memberAsked(state: string): Subjects['person.suspend'] {
	const lead = state === 'lead' || state === 'oneself';
	return {
		id: state === 'oneself' ? 'me' : 'another',
		suspended: state.includes('suspended'),
		networks: state.includes('two networks') ? [network, 'another-network'] : [network],
		leads: lead ? [network] : []
	};
}

const subjects: { [Q in Question]: (state: string) => Subjects[Q] } = {
	'network.read': () => ({ network }),
	'meeting.read': () => ({ network }),
	'meeting.post': () => ({ network }),
	'file.add': () => ({ network }),
	'thread.read': thread,
	'thread.speak': thread,
	'thread.moderate': thread,
	'post.edit': post,
	'post.delete': post,
	'post.react': post,
	'post.hide': post,
	'post.restore': post,
	'post.readHidden': post,
	'moderation.read': () => ({ network }),
	'person.suspend': memberAsked,
	'person.readmit': memberAsked,
	'person.invite': invited,
	'invitation.withdraw': invited,
	'invitation.list': (state) => ({ network, city: cityIn(state) }),
	'inbox.read': (state) => ({ personId: state === 'own' ? 'me' : 'another' })
};

test.each(lines())('$question $state', ({ question, state, may }) => {
	const answers = columns.map((column) => [column, can(actors[column], question, subjects[question](state))]);
	expect(Object.fromEntries(answers)).toEqual(may);
});

test('every question stands in the table', () => {
	expect(new Set(lines().map(({ question }) => question))).toEqual(new Set(Object.keys(questions)));
});

test('a line that cannot be read is refused', () => {
	expect(() => lines('meeting.read | + +')).toThrow('cannot be read');
});
