import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { setServices } from '#lib/server/services.ts';
import { expect, once, test } from './memo-ground.ts';
import { write } from './memos/page-forms.ts';

test('a memo is written by a form, once, by who is of the city, and an error goes back with what was typed', async ({
	services,
	ground
}) => {
	setServices(services);
	const { network, ilze, rui, vija, elio } = ground;
	const sends = async (actor: Actor, fields: Record<string, string>) => {
		const body = new URLSearchParams({ network: network.id, city: 'co', ...fields });
		const request = new Request('https://desk.example.org/memos', { method: 'POST', body });
		return write({ request, locals: { actor } as App.Locals });
	};
	const figs = { ...once(), title: 'Figs' };
	for (let attempt = 0; attempt < 2; attempt += 1) {
		await expect(sends(rui, figs)).rejects.toMatchObject({ status: 303, location: `/memos/${figs.commandId}` });
	}
	expect(await sends(ilze, figs)).toMatchObject({ status: 409, data: { problem: { code: 'conflict', reason: 'command_reused' } } });
	expect(await sends(rui, { ...once(), title: ' ' })).toMatchObject({
		status: 400,
		data: { typed: { title: ' ' }, problem: { code: 'invalid', issues: [{ field: 'title' }] } }
	});
	for (const outsider of [vija, elio, visitor]) {
		expect(await sends(outsider, { ...once(), title: 'Plums' })).toMatchObject({
			status: 403,
			data: { problem: { code: 'forbidden' } }
		});
	}
	expect(await services.sql`select title, author_id from memos where author_id <> ${ilze.id}`).toEqual([
		{ title: 'Figs', author_id: rui.id }
	]);
});
