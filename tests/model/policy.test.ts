import { expect, test } from 'vitest';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { cityGroup, groupsOf, networkGroup, personGroup, roleGroup } from '#lib/model/access/groups.ts';
import { none } from '#lib/model/noun.ts';
import { modelNouns } from '#lib/model/nouns.ts';
import { modelKinds } from '#lib/model/noun-kinds.ts';
import { policyOf } from '#lib/model/policy-of.ts';
import { can, type Question, type Subjects } from '#lib/model/policy.ts';
import { seenByChoices, type SeenBy } from '#lib/model/people/seen-by.ts';
import { canInThread } from '#lib/model/threads/can-in-thread.ts';
import { belongsToCity, type Role } from '#lib/model/access/roles.ts';
import { columns, lines, matrix, type Column, type Line } from '../policy-matrix.ts';
import { adoptionMatrix } from '../adoption-matrix.ts';
import { planMatrix } from '../plan-matrix.ts';
import { practiceMatrix } from '../practice-matrix.ts';

const network = 'gen-y-city';
const questions = modelNouns.flatMap(({ policy }) => Object.keys(policy ?? {}));

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

const toNetwork = [networkGroup(network)];
const audiences: Record<string, string[]> = {
	'to the network': toNetwork,
	'to leads': [roleGroup(network, 'lead')],
	'to Daugavpils': [cityGroup(network, 'da')],
	'to one person': [personGroup('me')],
	'to nobody': []
};

function thread(state: string): Subjects['thread.read'] {
	return { subject: { kind: 'meeting', network, audience: audiences[state] ?? [] } };
}

function post(state: string, audience = toNetwork, kind = 'meeting'): Subjects['post.edit'] {
	return {
		subject: { kind, network, audience },
		authorId: state.startsWith('own') ? 'me' : 'another',
		state: (['deleted', 'hidden'] as const).find((end) => state.endsWith(end)) ?? 'posted'
	};
}

function cityIn(state: string): string | null {
	if (state.includes('own city')) return 'da';
	return state.includes('other city') ? 'co' : null;
}

function pairIn(state: string): Subjects['adoption.mark'] {
	if (state === 'between other cities') return { network, owner: 'co', city: 'gr' };
	if (state === 'practice of own city') return { network, owner: 'da', city: 'da' };
	return state === 'taken over from own city' ? { network, owner: 'da', city: 'co' } : { network, owner: 'co', city: 'da' };
}

function sectionIn(state: string): Subjects['section.write'] {
	const given = state.includes('given');
	return { network, city: state.startsWith('other city') ? 'co' : 'da', writers: given ? ['me'] : [] };
}

function invited(state: string): Subjects['person.invite'] {
	return { network, role: state.split(',')[0] as Role, city: cityIn(state) };
}

function seenIn(state: string): SeenBy {
	return seenByChoices.find((choice) => state.endsWith(choice)) ?? 'nobody';
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

const subjects: { [Q in Question]?: (state: string) => Subjects[Q] } = {
	'network.read': () => ({ network }),
	'meeting.read': () => ({ network }),
	'meeting.post': () => ({ network }),
	'file.add': () => ({ network }),
	'thread.read': thread,
	'thread.speak': thread,
	'thread.react': thread,
	'thread.moderate': thread,
	'post.edit': (state) => post(state),
	'post.delete': (state) => post(state),
	'post.react': (state) => post(state),
	'post.hide': (state) => post(state),
	'post.restore': (state) => post(state),
	'post.readHidden': (state) => post(state),
	'moderation.read': () => ({ network }),
	'person.suspend': memberAsked,
	'person.readmit': memberAsked,
	'person.reach': (state) => ({ id: state.startsWith('own') ? 'me' : 'another', networks: [network], seenBy: seenIn(state) }),
	'person.invite': invited,
	'invitation.withdraw': invited,
	'invitation.list': (state) => ({ network, city: cityIn(state) }),
	'practice.write': (state) => ({ network, city: cityIn(state) ?? '' }),
	'practice.archive': (state) => ({ network, city: cityIn(state) ?? '' }),
	'practice.decide': () => ({ network }),
	'practice.ask': () => ({ network }),
	'adoption.mark': pairIn,
	'adoption.write': pairIn,
	'adoption.log': pairIn,
	'adoption.moderate': () => ({ network }),
	'plan.write': (state) => ({ network, city: cityIn(state) ?? '' }),
	'section.write': sectionIn,
	'plan.template': () => ({ network }),
	'plan.moderate': () => ({ network }),
	'inbox.read': (state) => ({ personId: state === 'own' ? 'me' : 'another' })
};

const table = lines(matrix + practiceMatrix + adoptionMatrix + planMatrix);

test.each(table)('$question $state', ({ question, state, may }) => {
	const subject = subjects[question]?.(state);
	if (!subject) throw new Error(`Say what ${question} is asked about`);
	const answers = columns.map((column) => [column, can(actors[column], question, subject)]);
	expect(Object.fromEntries(answers)).toEqual(may);
});

test('every question stands in the table', () => {
	expect(new Set<string>(table.map(({ question }) => question))).toEqual(new Set(questions));
});

test('the kinds of every noun with threads stand in their list', () => {
	const withThreads = modelNouns.filter(({ thread }) => thread !== none);
	expect(withThreads.length).toBeGreaterThan(2);
	expect(modelKinds).toEqual(withThreads.map(({ name, kinds, thread }) => ({ name, kinds, thread })));
});

test.each(table.filter(({ question }) => /^(thread|post)\./.test(question)))('$question $state, as pages with a thread ask it', (line) => {
	const { question, state, may } = line as Line & { question: 'thread.read' };
	const subject = subjects[question]?.(state) as Subjects['thread.read'];
	expect(Object.fromEntries(columns.map((column) => [column, canInThread(actors[column], question, subject)]))).toEqual(may);
});

test('a line that cannot be read is refused', () => {
	expect(() => lines('meeting.read | + +')).toThrow('cannot be read');
});

test.each([
	['post.edit', 'own, posted'],
	['post.delete', 'own, hidden'],
	['post.react', "another's, posted"],
	['post.hide', "another's, posted"],
	['post.restore', "another's, hidden"],
	['post.readHidden', 'own, hidden'],
	['post.readHidden', "another's, hidden"]
] as const)('%s (%s) is for nobody outside the audience, and where the kind has no threads for nobody', (question, state) => {
	const among = columns.filter((column) => can(actors[column], question, post(state, [roleGroup(network, 'lead')])));
	expect(among).toEqual(['M']);
	const unknown = columns.filter((column) => can(actors[column], question, post(state, toNetwork, 'city')));
	expect(unknown).toEqual(question === 'post.readHidden' && state.startsWith('own') ? ['R', 'L', 'O', 'X', 'C', 'M'] : []);
});

test('two nouns with the same question are refused', async () => {
	const { networkNoun } = await import('#lib/model/network/noun.ts');
	expect(() => policyOf([...modelNouns, { ...networkNoun, name: 'again' }], modelNouns)).toThrow('again brings network.read');
});

test('two nouns with the same kind are refused', () => {
	expect(() => policyOf(modelNouns, [...modelNouns, { name: 'again', kinds: ['meeting'], thread: none }])).toThrow(
		'again brings meeting'
	);
});

test('somebody is in the groups of their network, role and city, and in one of their own', () => {
	expect(groupsOf(actors.O)).toEqual(['person:me', 'network:gen-y-city', 'role:gen-y-city:officer', 'city:gen-y-city:da']);
	expect(groupsOf(actors.X)).toEqual(['person:me', 'network:gen-y-city', 'role:gen-y-city:expert']);
	expect(groupsOf(visitor)).toEqual([]);
	expect(groupsOf(actors.S)).toEqual([]);
});
