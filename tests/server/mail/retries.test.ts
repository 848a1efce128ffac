import { expect, queue, states, test, templates } from '../../support/emails.ts';
import { answering, type MailServer } from '../../support/mail-server.ts';

test.for<[string, number, object[]]>([
	['a full mailbox is tried again', 452, [{ state: 'waiting', attempts: 1, unsure: 0, answer: '452' }]],
	['somebody unknown there is given up', 550, [{ state: 'failed', attempts: 0, unsure: 0, answer: '550' }]]
])('%s', async ([, code, expected], { mailSetup }) => {
	const server = await mailSetup.open({ onRcptTo: (_, __, answer) => void answer(answering(code)) });
	const services = mailSetup.sender(server.url);
	await queue(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toEqual(expected);
});

test('what is put off goes out in the end, and is given up after some days', async ({ mailSetup }) => {
	let refusals = 3;
	const server = await mailSetup.open({
		onEmail: () => {
			if (refusals-- > 0) throw answering(451);
		}
	});
	const services = mailSetup.sender(server.url);
	await queue(services, 'one@city.example');
	for (let n = 0; n < 4; n += 1) {
		await services.mail.sendDue();
		services.clock.advance(3600);
	}
	expect(server.taken).toHaveLength(1);
	refusals = Infinity;
	await queue(services, 'two@city.example');
	for (let n = 0; n < 12; n += 1) {
		await services.mail.sendDue();
		services.clock.advance(24 * 3600);
	}
	expect(await states(services)).toMatchObject([
		{ state: 'sent', attempts: 3 },
		{ state: 'failed', attempts: 9, answer: '451' }
	]);
});

test('a mail server that is away, or refuses us, costs no email an attempt', async ({ mailSetup }) => {
	const services = mailSetup.sender('smtp://127.0.0.1:9');
	await queue(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toEqual([{ state: 'waiting', attempts: 0, unsure: 0, answer: 'ESOCKET' }]);
	await services.mail.stop();

	const server = await mailSetup.open({ onMailFrom: (_, __, answer) => void answer(answering(550)) });
	const next = mailSetup.sender(server.url);
	await next.mail.sendDue();
	expect(await states(next)).toEqual([{ state: 'waiting', attempts: 0, unsure: 0, answer: '550' }]);
	await next.mail.stop();
	const last = mailSetup.sender(server.url);
	last.clock.set('2026-11-24T09:00:00Z');
	await last.mail.sendDue();
	expect(await states(last)).toMatchObject([{ state: 'failed' }]);
});

test('when the line breaks before the answer, it goes out again under the same id', async ({ mailSetup }) => {
	let breaks = 1;
	const came: string[] = [];
	const server: MailServer = await mailSetup.open({
		onEmail({ id }) {
			came.push(id);
			if (breaks-- > 0) server.cut();
		}
	});
	const services = mailSetup.sender(server.url);
	const id = await queue(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toMatchObject([{ state: 'waiting', unsure: 1, attempts: 0 }]);
	services.clock.advance(61);
	await services.mail.sendDue();
	expect(came).toEqual([`<${id}@desk.example.org>`, `<${id}@desk.example.org>`]);
	expect(await states(services)).toMatchObject([{ state: 'sent', unsure: 1 }]);
	expect(server.to('one@city.example')).toHaveLength(1);
});

test('an email that cannot be written is tried again and holds nobody up', async ({ mailSetup }) => {
	const server = await mailSetup.open();
	const services = mailSetup.sender(server.url, {
		...templates,
		password: {
			called: () => 'letter for a new password',
			async render() {
				throw new Error('no words');
			}
		}
	});
	await services.mail.queue(services.db, { kind: 'password', address: 'x@city.example' });
	await queue(services, 'one@city.example');
	await queue(services, 'not an address');
	await queue(services, 'two@city.example');
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to[0])).toEqual(['one@city.example', 'two@city.example']);
	expect((await states(services)).map(({ state, answer }) => [state, answer])).toEqual(
		expect.arrayContaining([
			['waiting', 'unwritten'],
			['failed', expect.any(String)],
			['sent', null],
			['sent', null]
		])
	);
});
