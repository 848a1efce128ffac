import { inspect } from 'node:util';
import { eq } from 'drizzle-orm';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { openCitySections } from '#lib/server/network/city-section.ts';
import { directory, findPartner } from '#lib/server/people/directory.ts';
import { changeProfile, emailOf, setPreferences } from '#lib/server/people/profile.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import { smallNetwork } from '../../support/thread.ts';
import { rubbish } from '../../support/rubbish.ts';

test('the directory holds twelve cities in order, with their people by responsibility', async ({ demo }) => {
	const { partners, experts, readers } = await directory(demo, await actorOf(demo, who.reader));
	expect(partners.map(({ code }) => code).join(' ')).toBe('po da ge gr kl wo co to na bo kr sa');
	expect(partners[0]).toMatchObject({ organisation: 'Miasto Poznań', leads: true });
	expect(partners[1]?.people.map(({ name, role }) => `${name}: ${role}`)).toEqual([
		'Vija Tiltakrasta: coordinator',
		'Ilze Ozolkalne: officer',
		'Artis Parkmalis: local'
	]);
	expect(experts.map(({ expertKind }) => expertKind)).toEqual(['lead', 'adhoc']);
	expect(readers.map(({ email }) => email)).toEqual([who.reader]);
});

test('the suspended and those who have left are not in it, and do not see it', async ({ demo }) => {
	const [officer, local] = [await actorOf(demo, who.officer), await actorOf(demo, who.local)];
	await demo.db.update(people).set({ suspendedAt: demo.clock.now() }).where(eq(people.id, officer.id));
	await demo.db.update(memberships).set({ endsAt: demo.clock.now() }).where(eq(memberships.personId, local.id));
	const { people: left } = await findPartner(demo, await actorOf(demo, who.reader), 'daugavpils');
	expect(left.map(({ email }) => email)).toEqual([who.coordinator]);
	await expect(directory(demo, await actorOf(demo, who.officer))).rejects.toBeInstanceOf(Forbidden);
	await expect(directory(demo, await actorOf(demo, who.local))).rejects.toBeInstanceOf(Forbidden);
	await expect(directory(demo, { kind: 'visitor' })).rejects.toBeInstanceOf(Forbidden);
});

test('a city that is not there is not found', async ({ demo }) => {
	const actor = await actorOf(demo, who.officer);
	for (const slug of ['nowhere', '', '\u0000', '__proto__', "' or 1=1", 'x'.repeat(5000)]) {
		await expect(findPartner(demo, actor, slug)).rejects.toBeInstanceOf(NotFound);
	}
});

test('a city shows its latest and its next meeting', async ({ demo }) => {
	const actor = await actorOf(demo, who.officer);
	const of = async (city: string) => (await openCitySections(demo, actor, { city, locale: 'en' })).meetings;
	expect(await of('co')).toMatchObject({ next: null, last: { slug: 'coimbra-2017' } });
	expect(await of('po')).toMatchObject({ next: null, last: { slug: 'poznan-2018' } });
	expect(await of('da')).toMatchObject({ next: { illustrative: true }, last: null });
	expect(await of('sa')).toEqual({ next: null, last: null });
});

test('a city shows no meeting of a city with the same code in another network of the reader', async ({ demo }) => {
	const officer = await actorOf(demo, who.officer);
	const other = await smallNetwork(demo);
	const alsoThere = await other.person('Ilze Ozolkalne', { role: 'officer', city: 'co' });
	const actor = { ...officer, memberships: [...officer.memberships, ...alsoThere.memberships] };
	const { meetings } = await openCitySections(demo, actor, { city: 'co', locale: 'en' });
	expect(meetings?.last?.network).toBe(officer.memberships[0]?.network);
	const theirs = await openCitySections(demo, alsoThere, { city: 'co', locale: 'en' });
	expect(theirs.meetings?.last).toMatchObject({ network: other.id });
});

test('people change what they say about themselves', async ({ demo }) => {
	const person = await actorOf(demo, who.officer);
	await changeProfile(demo, person, { name: '  Ilze   Ozolkalne-Upe ', locale: 'en', timeZone: 'Europe/Lisbon', theme: 'dark' });
	expect(await actorOf(demo, who.officer)).toMatchObject({ name: 'Ilze Ozolkalne-Upe', locale: 'en', timeZone: 'Europe/Lisbon' });
	await setPreferences(demo, person, { locale: 'lv' });
	expect(await actorOf(demo, who.officer)).toMatchObject({ locale: 'lv', timeZone: 'Europe/Lisbon' });
	expect(await emailOf(demo, person)).toBe(who.officer);
});

test('rubbish does not get into a profile', async ({ demo }) => {
	const person = await actorOf(demo, who.officer);
	const fine = { name: 'Ilze Ozolkalne', locale: 'lv', timeZone: 'Europe/Riga', theme: 'system' };
	for (const value of [...rubbish.filter((one) => one !== 'null'), '+02:00', 'Europe/Nowhere', '\u200b\u202e', '../etc']) {
		for (const field of ['name', 'locale', 'timeZone', 'theme']) {
			if (field === 'name' && (value === '+02:00' || value === 'Europe/Nowhere' || value === '../etc')) continue;
			await expect(changeProfile(demo, person, { ...fine, [field]: value }), `${field} ${inspect(value)}`).rejects.toBeInstanceOf(
				Invalid
			);
		}
	}
	expect(await actorOf(demo, who.officer)).toMatchObject({ name: fine.name, timeZone: fine.timeZone });
});
