import { expect, test } from 'vitest';
import { cityCandidate, fittingCandidates, personCandidate, personCandidates } from '#lib/components/text/editor/candidates.ts';
import type { CityTag } from '#lib/model/people/tags.ts';

const city = (code: string, name: string): CityTag => ({
	code,
	slug: code,
	name,
	letters: code,
	country: 'LV',
	timeZone: 'Europe/Riga',
	language: 'lv',
	position: 1
});
const person = (name: string, of?: CityTag) =>
	personCandidate({ id: name, name, city: of?.code ?? null, role: 'officer', expertKind: null }, of);

const [daugavpils, klaipeda, poznan] = [city('da', 'Daugavpils'), city('kl', 'Klaipėda'), city('po', 'Poznań')];
const all = [
	person('Agnė Rudeniūtė', klaipeda),
	person('Ilze Ozolkalne', daugavpils),
	person('Łucja Øster', poznan),
	person('Līga Ķirse', daugavpils),
	person('Ana Il'),
	cityCandidate(daugavpils),
	cityCandidate(klaipeda),
	cityCandidate(poznan)
];

test.each<[string, string[]]>([
	['il', ['Ilze Ozolkalne', 'Ana Il']],
	['IL', ['Ilze Ozolkalne', 'Ana Il']],
	['ozol', ['Ilze Ozolkalne']],
	['zol', []],
	['ilze oz', ['Ilze Ozolkalne']],
	['oz il', ['Ilze Ozolkalne']],
	['ilze dau', ['Ilze Ozolkalne']],
	['ilze pozn', []],
	['luc', ['Łucja Øster']],
	['ost', ['Łucja Øster']],
	['ķir', ['Līga Ķirse']],
	['lig', ['Līga Ķirse']],
	['klaipe', ['Klaipėda', 'Agnė Rudeniūtė']],
	['POZNAŃ', ['Poznań', 'Łucja Øster']],
	["'", []],
	['', []]
])('%j finds %j', (query, names) => {
	expect(fittingCandidates(all, query).map(({ name }) => name)).toEqual(names);
});

test('there are never more than eight', () => {
	const many = Array.from({ length: 30 }, (_, n) => person(`Anna ${n}`));
	expect(fittingCandidates(many, 'anna')).toHaveLength(8);
});

test('two of one name and city are told apart, others are not', () => {
	const tag = (id: string, name: string, of: string, role: 'officer' | 'coordinator') => ({ id, name, city: of, role, expertKind: null });
	const people = [
		tag('1', 'Anna Kowalska', 'po', 'officer'),
		tag('2', 'Anna Kowalska', 'po', 'coordinator'),
		tag('3', 'Anna Kowalska', 'da', 'officer')
	];
	const found = personCandidates(
		people,
		() => undefined,
		({ role }) => role
	);
	expect(found.map(({ apart }) => apart)).toEqual(['officer', 'coordinator', null]);
});
