import type { Services } from '../services.ts';
import type { Transport, Outcome } from './transport.ts';
import { noteTransmission, putBack, settle, type MailChange, type Mail } from './lease.ts';
import { retry } from './retry.ts';
import { troubleInWords, troubleOf } from './transport-error.ts';
import { retryDelay, longestUnreachable, mostUnsure } from './backoff.ts';
import type { EmailTemplates, RenderedEmail } from './template.ts';

export interface SendContext {
	services: Services;
	templates: EmailTemplates;
	transport: Transport;
	/** Id of this process as a holder of leases. */
	self: string;
}

/** What has become of a mail; after a `transport error` the others need not be tried now either. */
export type Fate = 'sent' | 'failed' | 'dropped' | 'waits' | 'transport error' | 'lost';

/** Writes and sends a leased mail, and notes what came of it. */
export async function sendOne(context: SendContext, mail: Mail): Promise<Fate> {
	const { services, transport, self } = context;
	const { db, clock } = services;
	const written = await write(context, mail);
	if (written === 'unwritten') return note(context, mail, { how: 'put off', answer: written });
	if (written === null) return done(context, mail, 'dropped');
	if ('later' in written) {
		await putBack(db, self, mail.id, written.later);
		return 'waits';
	}
	let lost = false;
	const outcome = await transport.send({ id: mail.id, ...written, at: clock.now() }, async () => {
		lost = !(await noteTransmission(db, self, mail.id, clock.now()));
		if (lost) throw new Error('another process has leased this mail');
	});
	return lost ? 'lost' : note(context, mail, outcome);
}

async function write({ services, templates }: SendContext, mail: Mail): Promise<RenderedEmail | 'unwritten'> {
	try {
		const template = templates[mail.kind];
		if (!template) throw new Error(`no template for emails of the kind ${mail.kind}`);
		return await template.render(services, mail);
	} catch (err) {
		services.log.error({ err, mail: mail.id, kind: mail.kind }, 'an email could not be written');
		return 'unwritten';
	}
}

async function note(context: SendContext, mail: Mail, outcome: Outcome): Promise<Fate> {
	const { services, self } = context;
	const now = services.clock.now();
	if (outcome.how === 'accepted') return done(context, mail, 'sent', { answer: null });
	const { how, answer } = outcome;
	const back = (minutes: number, change: MailChange) =>
		retry(services, () => putBack(services.db, self, mail.id, new Date(now.getTime() + minutes * 60_000), { answer, ...change }));
	if (how === 'refused') return done(context, mail, 'failed', { answer });
	if (how === 'transport error') {
		services.log.warn({ answer }, troubleInWords[troubleOf(answer)]);
		if (now.getTime() - mail.createdAt.getTime() > longestUnreachable) return done(context, mail, 'failed', { answer });
		await back(0, {});
		return 'transport error';
	}
	if (how === 'unsure') {
		const unsure = mail.unsure + 1;
		if (unsure >= mostUnsure) return done(context, mail, 'failed', { answer, unsure });
		await back(1, { unsure });
		return 'waits';
	}
	const minutes = retryDelay(mail.attempts);
	if (minutes === null) return done(context, mail, 'failed', { answer });
	await back(minutes, { attempts: mail.attempts + 1 });
	return 'waits';
}

/** Milliseconds that the database may be away while this process has an outcome to note. */
const untilItIsBack = 3_600_000;

/** Notes an outcome, and waits for the database if it is away, because the answer of the mail server must not be lost. */
async function done(
	{ services, self }: SendContext,
	mail: Mail,
	state: 'sent' | 'failed' | 'dropped',
	change: MailChange = {}
): Promise<Fate> {
	const { db, clock, log } = services;
	await retry(services, () => settle(db, self, mail.id, state, clock.now(), change), untilItIsBack);
	if (state === 'failed') log.warn({ mail: mail.id, kind: mail.kind, answer: change.answer }, 'a mail was given up');
	return state;
}
