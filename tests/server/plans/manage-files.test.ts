import type { Person } from '#lib/model/access/actor.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { versionsAt } from '#lib/server/plans/versions/read-version.ts';
import { setServices } from '#lib/server/services.ts';
import { actions, load } from '../../../src/routes/plans/[city]/[slug]/manage/+page.server.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf, madePhoto } from '../../support/made-files.ts';
import { addressOfPlan, leaveOpenPlan } from '../../support/plans.ts';
import { expect, once, test, type TestServices } from '../../support/practices.ts';

/** The page on which a city looks after its plan, as a browser without scripts sends its forms. */
async function pageOf(services: TestServices, plan: string) {
	await fileDesk(services);
	setServices(services);
	const address = await addressOfPlan(services, plan);
	const href = `/plans/${address.city}/${address.slug}/manage`;
	const visit = (person: Person, body?: FormData) => {
		const url = new URL(href, 'https://desk.example.org');
		const request = new Request(url, body ? { method: 'POST', body } : {});
		return { locals: { actor: person, locale: 'en' }, params: address, url, request, isDataRequest: false } as never;
	};
	type Loaded = Exclude<Awaited<ReturnType<typeof load>>, void>;
	const formOf = (fields: Record<string, string | File>) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ ...once(), ...fields })) form.set(name, value);
		return form;
	};
	return {
		head: (person: Person) => findPlan(services.db, person, address),
		versions: async (person: Person) => (await versionsAt(services.db, person, address)).versions,
		read: async (person: Person) => (await load(visit(person))) as Loaded,
		send: (act: 'describe' | 'adopt' | 'declare', person: Person, fields: Record<string, string | File>) =>
			actions[act]?.(visit(person, formOf(fields))),
		done: (act: string) => ({ status: 303, location: `${href}?done=${act}` })
	};
}

const fileOf = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);
const about = { title: 'City of makers', lang: 'en', from: '', to: '', contact: '' };

test('a cover comes with the form, with what it shows or that it only decorates', async ({ services, ground }) => {
	const { ines, ilze } = ground;
	const { id } = await leaveOpenPlan(services, ground);
	const page = await pageOf(services, id);
	const square = fileOf(await madePhoto({}), 'Square.jpg');

	const dumb = await page.send('describe', ines, { ...about, 'cover.sent': square, cover: '', alt: ' ' });
	expect(dumb).toMatchObject({ status: 400, data: { problem: { issues: [{ field: 'changed.cover.alt' }] } } });
	const { cover: kept, 'cover.name': name } = (dumb as { data: { typed: { fields: Record<string, string> } } }).data.typed.fields;
	expect(name).toBe('Square.jpg');
	expect((await page.head(ines)).cover, 'nothing was said of it').toBeNull();

	// The picture need not be sent again.
	await expect(page.send('describe', ines, { ...about, cover: kept ?? '', alt: 'A square with stairs' })).rejects.toMatchObject(
		page.done('describe')
	);
	expect((await page.head(ilze)).cover).toEqual({ id: kept, alt: 'A square with stairs' });
	expect((await page.read(ines)).files).toEqual([{ id: kept, name: 'Square.jpg', isPicture: true }]);

	await expect(page.send('describe', ines, { ...about, cover: kept ?? '', decorates: 'on', alt: 'x' })).rejects.toMatchObject({
		status: 303
	});
	expect((await page.head(ilze)).cover).toEqual({ id: kept, alt: '' });
	await expect(page.send('describe', ines, { ...about, cover: '' })).rejects.toMatchObject({ status: 303 });
	expect((await page.head(ilze)).cover).toBeNull();
});

test('what is no picture is no cover, and what is no file is said to be none', async ({ services, ground }) => {
	const { ines, rui, ilze } = ground;
	const { id } = await leaveOpenPlan(services, ground);
	const page = await pageOf(services, id);
	const issues = (field: string, code: string) => ({ status: 400, data: { problem: { issues: [{ field, code }] } } });
	const paper = { ...about, 'cover.sent': fileOf(madePdf(), 'Paper.pdf'), alt: 'A paper' };
	expect(await page.send('describe', ines, paper)).toMatchObject(issues('changed.cover', 'no_picture'));
	const program = { ...about, 'cover.sent': fileOf(Buffer.from('MZ\0\0 not a picture'), 'a.jpg'), alt: 'A program' };
	expect(await page.send('describe', ines, program)).toMatchObject({ status: 400, data: { problem: { issues: [{ field: 'file' }] } } });
	const empty = { ...about, 'cover.sent': fileOf(new Uint8Array(), 'empty.png'), alt: 'Nothing' };
	expect(await page.send('describe', ines, empty)).toMatchObject(issues('file', 'empty'));
	expect(await services.sql`select from uploads`, 'no room is taken by what was refused').toHaveLength(0);

	// Nor somebody else's file, nor by somebody who does not write the plan.
	const photo = fileOf(await madePhoto({}), 'Square.jpg');
	await expect(page.send('describe', rui, { ...about, 'cover.sent': photo, alt: 'A square' })).rejects.toMatchObject({ status: 303 });
	const cover = (await page.head(rui)).cover?.id ?? '';
	expect(await page.send('describe', ilze, { ...about, cover, alt: 'Mine' })).toMatchObject({ status: 403 });
});

test('a declaration comes with the form that adopts the plan, once however often it is sent', async ({ services, ground }) => {
	const { ines, ilze } = ground;
	const { id } = await leaveOpenPlan(services, ground);
	const page = await pageOf(services, id);
	const said = { ...once(), body: 'City council', adoptedOn: '2018-05-04', file: '', 'file.sent': fileOf(madePdf(), 'Decision.pdf') };
	const both = await Promise.allSettled([page.send('adopt', ines, said), page.send('adopt', ines, said)]);
	expect(both.map((one) => one.status === 'rejected' && one.reason)).toMatchObject([page.done('adopt'), page.done('adopt')]);
	const files = await services.sql`select id, name, owner_id as owner from files`;
	expect([...files]).toEqual([{ id: expect.any(String), name: 'Decision.pdf', owner: ines.id }]);
	const [adopted] = await page.versions(ilze);
	expect(adopted?.declaration).toEqual({ body: 'City council', adoptedOn: '2018-05-04', file: files[0]?.id });
	expect(await services.sql`select from plan_declarations`).toHaveLength(1);
});

test('a declaration is added to what was adopted without it: no version is made, and nobody is told again', async ({
	services,
	ground
}) => {
	const { ines, rui, ilze } = ground;
	const { id } = await leaveOpenPlan(services, ground);
	const page = await pageOf(services, id);
	expect((await page.read(ines)).undeclared, 'nothing was adopted').toBeNull();
	const said = { body: 'City council', adoptedOn: '2018-05-04', file: '' };
	await expect(page.send('adopt', ines, said)).rejects.toMatchObject(page.done('adopt'));
	const told = () => services.sql`select id from notifications order by id`;
	const [{ undeclared }, before] = [await page.read(rui), await told()];
	expect(undeclared).toBe(2);
	const version = String(undeclared);
	expect(await page.send('declare', rui, { version, file: '' })).toMatchObject({
		status: 400,
		data: { problem: { issues: [{ field: 'file' }] } }
	});
	expect(await page.send('declare', rui, { version: '1', file: '', 'file.sent': fileOf(madePdf(), 'Other.pdf') })).toMatchObject({
		status: 404
	});

	const sent = { ...once(), version, file: '', 'file.sent': fileOf(madePdf(), 'Decision.pdf') };
	const both = await Promise.allSettled([page.send('declare', rui, sent), page.send('declare', rui, sent)]);
	expect(both.map((one) => one.status === 'rejected' && one.reason)).toMatchObject([page.done('declare'), page.done('declare')]);
	const [file] = await services.sql<{ id: string }[]>`select id from files where name = 'Decision.pdf'`;
	const versions = await page.versions(ilze);
	expect(versions.map(({ kind, declaration }) => [kind, declaration?.file])).toEqual([
		['adopted', file?.id],
		['opened', undefined]
	]);
	expect(await told()).toEqual(before);
	expect((await page.read(ines)).undeclared).toBeNull();
	const another = { version, file: '', 'file.sent': fileOf(madePdf(3), 'Another.pdf') };
	expect(await page.send('declare', ines, another)).toMatchObject({ status: 409, data: { problem: { reason: 'declaration_there' } } });
});
