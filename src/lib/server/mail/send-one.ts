import type { Services } from '../platform/services.ts';
import type { Transport, Outcome } from './transport.ts';
import { noteTransmission, putBack, settle, type Change, type Mail } from './lease.ts';
import { insist } from './retry.ts';
import { troubleInWords, troubleOf } from './transport-error.ts';
import { afterPutOff, longestUnreachable, mostUnsure } from './backoff.ts';
import type { Writers, Written } from './writer.ts';

export interface Hands {
	services: Services;
	writers: Writers;
	transport: Transport;
	/** Under which this process holds what it has in hand. */
	self: string;
}

/** What has become of a mail; `no way` says that the others need not be tried now either. */
export type Fate = 'sent' | 'failed' | 'dropped' | 'waits' | 'no way' | 'lost';

/** Has a claimed mail written and sent, and notes what came of it. */
export async function sendOne(hands: Hands, mail: Mail): Promise<Fate> {
	const { services, transport, self } = hands;
	const { db, clock } = services;
	const written = await write(hands, mail);
	if (written === 'unwritten') return note(hands, mail, { how: 'put off', answer: written });
	if (written === null) return done(hands, mail, 'dropped');
	if ('later' in written) {
		await putBack(db, self, mail.id, written.later);
		return 'waits';
	}
	let lost = false;
	const outcome = await transport.send({ id: mail.id, ...written, at: clock.now() }, async () => {
		lost = !(await noteTransmission(db, self, mail.id, clock.now()));
		if (lost) throw new Error('this mail is in other hands');
	});
	return lost ? 'lost' : note(hands, mail, outcome);
}

async function write({ services, writers }: Hands, mail: Mail): Promise<Written | 'unwritten'> {
	try {
		const writer = writers[mail.kind];
		if (!writer) throw new Error(`nobody writes letters of the kind ${mail.kind}`);
		return await writer(services, mail);
	} catch (err) {
		services.log.error({ err, mail: mail.id, kind: mail.kind }, 'a letter could not be written');
		return 'unwritten';
	}
}

async function note(hands: Hands, mail: Mail, outcome: Outcome): Promise<Fate> {
	const { services, self } = hands;
	const now = services.clock.now();
	if (outcome.how === 'accepted') return done(hands, mail, 'sent', { answer: null });
	const { how, answer } = outcome;
	const back = (minutes: number, change: Change) =>
		insist(services, () => putBack(services.db, self, mail.id, new Date(now.getTime() + minutes * 60_000), { answer, ...change }));
	if (how === 'refused') return done(hands, mail, 'failed', { answer });
	if (how === 'no way') {
		services.log.warn({ answer }, troubleInWords[troubleOf(answer)]);
		if (now.getTime() - mail.createdAt.getTime() > longestUnreachable) return done(hands, mail, 'failed', { answer });
		await back(0, {});
		return 'no way';
	}
	if (how === 'unsure') {
		const unsure = mail.unsure + 1;
		if (unsure >= mostUnsure) return done(hands, mail, 'failed', { answer, unsure });
		await back(1, { unsure });
		return 'waits';
	}
	const minutes = afterPutOff(mail.attempts);
	if (minutes === null) return done(hands, mail, 'failed', { answer });
	await back(minutes, { attempts: mail.attempts + 1 });
	return 'waits';
}

/** Milliseconds: as long as a database may be away while this process holds the mail in its hands. */
const untilItIsBack = 3_600_000;

/** The word of the mail server is not to be lost because the database is away. */
async function done({ services, self }: Hands, mail: Mail, state: 'sent' | 'failed' | 'dropped', change: Change = {}): Promise<Fate> {
	const { db, clock, log } = services;
	await insist(services, () => settle(db, self, mail.id, state, clock.now(), change), untilItIsBack);
	if (state === 'failed') log.warn({ mail: mail.id, kind: mail.kind, answer: change.answer }, 'a mail was given up');
	return state;
}
