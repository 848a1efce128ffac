import { email } from '#lib/model/mail/email.ts';
import { mails } from '#lib/server/db/schema/mail.ts';
import { expect, queue, test } from '../../support/emails.ts';

test('an email arrives with its headers, in both forms, once', async ({ mailSetup }) => {
	const server = await mailSetup.open();
	const services = mailSetup.sender(server.url);
	const id = await queue(services, 'one@city.example', 'Sveicināti, šis ir teksts.');
	await services.mail.sendDue();
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(1);
	const [got] = server.taken;
	expect(got).toMatchObject({ id: `<${id}@desk.example.org>`, to: ['one@city.example'], subject: 'Uzaicinājums' });
	expect(got?.text).toContain('Sveicināti, šis ir teksts.');
	expect(got?.html).toContain('Sveicināti, šis ir teksts.');
	expect(Object.fromEntries(got?.headers ?? [])).toMatchObject({
		from: '"Ilze Ozolkalne (Swing)" <swing@desk.example.org>',
		to: 'Some Body <one@city.example>',
		'content-language': 'lv',
		'in-reply-to': '<meeting-1@desk.example.org>',
		references: '<meeting-1@desk.example.org>',
		'list-unsubscribe': '<https://desk.example.org/u/1>',
		'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
		'auto-submitted': 'auto-generated'
	});
	expect(await services.db.select().from(mails)).toMatchObject([{ state: 'sent', secret: null, address: null, answer: null }]);
});

test('a mail exists exactly if its transaction commits, and waits for its time', async ({ mailSetup }) => {
	const server = await mailSetup.open();
	const services = mailSetup.sender(server.url);
	const undone = services.db.transaction(async (tx) => {
		await services.mail.queue(tx, { kind: 'invitation', address: 'no@city.example' });
		throw new Error('undone');
	});
	await expect(undone).rejects.toThrow('undone');
	await services.mail.queue(services.db, { kind: 'invitation', address: 'later@city.example', dueAt: new Date('2026-11-20T09:10:00Z') });
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(0);
	services.clock.advance(600);
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to)).toEqual([['later@city.example']]);
});

test('a name cannot smuggle headers or recipients in', async ({ mailSetup }) => {
	const server = await mailSetup.open();
	const names = [
		'Eve\r\nBcc: all@city.example',
		'Eve\nSubject: other',
		'"Eve" <boss@city.example>',
		'Eve, boss@city.example',
		'Ēva\u2028X: y'
	];
	const services = mailSetup.sender(server.url, {
		invitation: {
			called: () => 'invitation',
			async render(_, { secret }) {
				const name = names[Number(secret)] ?? '';
				return {
					to: { name, address: 'one@city.example' },
					email: email({
						by: name,
						lang: `en\r\nX-Evil: 1`,
						subject: `${name} says`,
						parts: [{ is: 'words', words: name }],
						thread: `a>\r\nX-Evil: 2`
					})
				};
			}
		}
	});
	for (const n of names.keys()) await queue(services, 'one@city.example', String(n));
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(names.length);
	for (const { headers, to } of server.taken) {
		expect(headers.get('from')).toMatch(/<swing@desk\.example\.org>$/);
		expect(to).toEqual(['one@city.example']);
		expect([...headers.keys()].filter((name) => ['bcc', 'x-evil', 'x', 'cc'].includes(name))).toEqual([]);
		expect(headers.get('subject')).not.toBe('other');
	}
});
