import { randomUUID } from 'node:crypto';
import { who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { demoPassword } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';
import { tellPractices } from '../support/told-practices.ts';

type Answer = 'told' | 'refused' | 'nothing' | 'door';

/** Who asks for a draft of Daugavpils, and what they are answered when they read it, write it, and hand it in. */
const askers: [string | null, [reads: Answer, writes: Answer]][] = [
	[null, ['door', 'door']],
	[who.host, ['nothing', 'nothing']],
	[who.reader, ['nothing', 'nothing']],
	[who.expert, ['nothing', 'nothing']],
	[who.local, ['told', 'refused']],
	[who.officer, ['told', 'told']],
	[who.lead, ['told', 'refused']]
];

test('over HTTP a draft is told by no page, no data of a page and no form to who may not read it', async ({ server, playwright }) => {
	const { services, close } = await groundOf(server);
	const [id = ''] = await tellPractices(services, [{ city: 'da', title: 'Heron lanterns', until: 'draft' }]);
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	const at = `/practices/${row?.at}`;
	for (const [email, [reads, writes]] of askers) {
		const http = await playwright.request.newContext({
			baseURL: server.url,
			extraHTTPHeaders: { origin: server.url, accept: 'text/html' }
		});
		if (email) await http.post('/signin?/password', { form: { email, password: demoPassword }, maxRedirects: 0 });
		const answered = async (path: string, form?: Record<string, string>): Promise<Answer> => {
			const answer = form ? await http.post(path, { form, maxRedirects: 0 }) : await http.get(path, { maxRedirects: 0 });
			const { location = '' } = answer.headers();
			if (location.startsWith('/signin')) return 'door';
			if (answer.status() === 403) return 'refused';
			if (answer.status() === 404) return 'nothing';
			if (form) return answer.status() === 303 ? 'told' : 'refused';
			const said = await answer.text();
			if (said.includes('"location":"/signin')) return 'door';
			return said.includes('Heron lanterns') ? 'told' : 'nothing';
		};
		for (const path of ['/draft', '/draft/__data.json', '/history', '/history/__data.json'])
			expect.soft(await answered(at + path), `${email} ${path}`).toBe(reads);
		for (const path of ['/edit', '/edit/__data.json']) {
			const answer = await answered(at + path);
			// Data of a page say that it is refused without saying how.
			expect.soft(answer === 'refused' ? 'nothing' : answer, `${email} ${path}`).toBe(writes === 'refused' ? 'nothing' : writes);
		}
		for (const path of ['/practices/export?as=json&q=heron', '/practices/similar?title=Heron+lanterns'])
			expect.soft(await answered(path), `${email} ${path}`).toBe(email ? 'nothing' : 'door');
		const once = { commandId: randomUUID() };
		expect.soft(await answered(`${at}/edit`, { ...once, base: '1', has: 'place', place: 'Reeds' }), `${email} saves`).toBe(writes);
		await http.dispose();
	}
	await close();
});
