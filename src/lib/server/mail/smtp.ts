import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Transport, Outcome } from './transport.ts';
import { messageOf, type Sender } from './message.ts';
import { transportError } from './transport-error.ts';

/** A server may look long at what was transmitted before it answers (RFC 5321, 4.5.3.2.6). */
const timeouts = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 10 * 60_000 };
/** Milliseconds after which an idle connection is closed. */
const idle = 5000;

interface Refusal extends Error {
	code?: string;
	/** What the system or the other side's certificate said, where `code` says only at what it failed. */
	originalCode?: string;
	command?: string;
	responseCode?: number;
}

/**
 * One connection to the mail server, kept while there is something to send. nodemailer's own transports hide when the words of
 * an email begin to leave; here that moment is stored, and is what is known of the email after a crash.
 */
export function smtpTransport(url: string, sender: Sender): Transport {
	const asked = parseConnectionUrl(url);
	// A password is not said over a line that others could read, unless the address asks for that.
	const options = asked.auth && !asked.secure ? { requireTLS: true, ...asked } : asked;
	const from = sender.address;
	let line: SMTPConnection | undefined;
	let idleTimer: NodeJS.Timeout | undefined;

	function hangUp(): void {
		clearTimeout(idleTimer);
		line?.removeAllListeners();
		line?.on('error', () => {});
		line?.close();
		line = undefined;
	}

	async function connected(): Promise<SMTPConnection> {
		clearTimeout(idleTimer);
		if (line) return line;
		const fresh = new SMTPConnection({ ...options, ...timeouts });
		line = fresh;
		await new Promise<void>((resolve, reject) => {
			fresh.once('error', reject);
			fresh.once('end', () => {
				if (line === fresh) line = undefined;
			});
			fresh.connect((error) => (error ? reject(error) : resolve()));
		});
		const auth = options.auth as { user?: string; pass?: string } | undefined;
		if (auth && fresh.allowsAuth) {
			await promisify(fresh.login.bind(fresh))({ credentials: { user: auth.user ?? '', pass: auth.pass ?? '' } });
		}
		fresh.removeAllListeners('error');
		fresh.on('error', hangUp);
		return fresh;
	}

	async function send(to: string, message: Buffer, beforeTransmission: () => Promise<void>): Promise<void> {
		const open = await connected();
		const words = Readable.from(
			(async function* () {
				await beforeTransmission();
				yield message;
			})()
		);
		await new Promise<void>((resolve, reject) => {
			open.send({ from, to: [to] }, words, (error) => (error ? reject(error) : resolve()));
		});
	}

	return {
		kind: 'smtp',
		async send(outgoing, beforeTransmission) {
			const message = await messageOf(outgoing, sender).catch(() => null);
			if (!message) return { how: 'refused', answer: 'unwritable' };
			let transmitted = false;
			try {
				await send(outgoing.to.address, message, async () => {
					await beforeTransmission();
					transmitted = true;
				});
				idleTimer = setTimeout(hangUp, idle).unref();
				return { how: 'accepted' };
			} catch (error) {
				hangUp();
				return outcomeOf(error as Refusal, transmitted);
			}
		},
		close: hangUp
	};
}

/** What a failure says about this email, and what only about the connection. */
export function outcomeOf({ code, originalCode, command, responseCode }: Refusal, transmitted: boolean): Outcome {
	const wrong = transportError({ code, originalCode, responseCode });
	if (wrong && !transmitted) return { how: 'transport error', answer: wrong };
	const answer = String(responseCode ?? code ?? 'unknown');
	if (responseCode === undefined) {
		if (transmitted) return { how: 'unsure', answer };
		return { how: code === 'EENVELOPE' || code === 'EMESSAGE' ? 'refused' : 'transport error', answer };
	}
	const aboutTheEmail = command === 'RCPT TO' || command === 'DATA' || transmitted;
	if (!aboutTheEmail || responseCode === 421) return { how: 'transport error', answer };
	return { how: responseCode >= 500 ? 'refused' : 'put off', answer };
}
