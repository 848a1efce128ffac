import { vi } from 'vitest';
import { selfSigned } from '../../support/certificate.ts';
import type { TestServices } from '../../support/database.ts';
import { expect, queue, states, test, type MailSetup } from '../../support/emails.ts';
import { answering, type MailServer, type Ways } from '../../support/mail-server.ts';

const certificate = selfSigned();
const right = 'the right: word/?';

interface Guarded {
	server: MailServer;
	/** Who came in, and whether nobody could listen. */
	came: { user: string; secure: boolean }[];
	/** How often a password was said. */
	said: () => number;
	url(password: string, asked?: string): string;
}

/** A mail server that takes emails from `swing@desk` alone, who knows the word. */
async function guarded(mailSetup: MailSetup, { secure, ...ways }: Ways): Promise<Guarded> {
	const came: Guarded['came'] = [];
	let said = 0;
	const server = await mailSetup.open({
		...certificate,
		secure,
		authOptional: false,
		disabledCommands: [],
		onAuth({ username, password }, _, answer) {
			said += 1;
			if (username === 'swing@desk' && password === right) answer(null, { user: username });
			else answer(answering(535));
		},
		onMailFrom(_, session, answer) {
			came.push({ user: String(session.user), secure: session.secure });
			answer();
		},
		...ways
	});
	const { port } = new URL(server.url);
	return {
		server,
		came,
		said: () => said,
		url: (password, asked = '') => `smtp${secure ? 's' : ''}://swing%40desk:${encodeURIComponent(password)}@127.0.0.1:${port}/${asked}`
	};
}

const trusting = `?tls.ca=${encodeURIComponent(certificate.cert)}`;

/** What the log says while emails are sent. */
async function loggedWhileSending(services: TestServices): Promise<string> {
	const warn = vi.spyOn(services.log, 'warn');
	await services.mail.sendDue();
	return JSON.stringify(warn.mock.calls);
}

for (const [name, secure] of [
	['STARTTLS', false],
	['TLS from the first byte', true]
] as const) {
	test(`emails are sent by ${name} with user and password`, async ({ mailSetup }) => {
		const { server, came, url } = await guarded(mailSetup, { secure });
		const services = mailSetup.sender(url(right, trusting));
		await queue(services, 'one@city.example');
		await services.mail.sendDue();
		expect(server.to('one@city.example')).toHaveLength(1);
		expect(came).toEqual([{ user: 'swing@desk', secure: true }]);
	});

	test(`a wrong password by ${name}: emails wait, the log says why and no secret, and all goes out when it is right`, async ({
		mailSetup
	}) => {
		const { server, url } = await guarded(mailSetup, { secure });
		const services = mailSetup.sender(url('a wrong word', trusting));
		await queue(services, 'one@city.example');
		const logged = await loggedWhileSending(services);
		expect(await states(services)).toEqual([{ state: 'waiting', attempts: 0, unsure: 0, answer: 'EAUTH 535' }]);
		expect(logged).toContain('does not accept the user or the password');
		for (const secret of ['wrong', 'swing', 'one@city']) expect(logged).not.toContain(secret);
		await services.mail.stop();
		const mended = mailSetup.sender(url(right, trusting));
		await mended.mail.sendDue();
		expect(server.to('one@city.example')).toHaveLength(1);
		expect(await states(mended)).toMatchObject([{ state: 'sent', answer: null }]);
	});

	test(`a certificate that nobody vouches for, by ${name}: no password is said, emails wait, the log says why`, async ({ mailSetup }) => {
		const { server, said, url } = await guarded(mailSetup, { secure });
		const services = mailSetup.sender(url(right));
		await queue(services, 'one@city.example');
		const logged = await loggedWhileSending(services);
		expect(await states(services)).toEqual([{ state: 'waiting', attempts: 0, unsure: 0, answer: 'ECERT DEPTH_ZERO_SELF_SIGNED_CERT' }]);
		expect(logged).toContain('its certificate is not trusted');
		expect(logged).not.toContain(right);
		expect({ said: said(), taken: server.taken.length }).toEqual({ said: 0, taken: 0 });
	});
}

test('a password is not said over an open line, unless one asks for it', async ({ mailSetup }) => {
	const { server, came, said, url } = await guarded(mailSetup, {
		secure: false,
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true
	});
	const services = mailSetup.sender(url(right));
	await queue(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toMatchObject([{ state: 'waiting', answer: 'ECERT ETLS' }]);
	expect(said()).toBe(0);
	await services.mail.stop();
	const asked = mailSetup.sender(url(right, '?requireTLS=false'));
	await asked.mail.sendDue();
	expect(server.taken).toHaveLength(1);
	expect(came).toEqual([{ user: 'swing@desk', secure: false }]);
});
