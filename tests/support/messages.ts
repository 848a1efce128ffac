import { compileMessages } from '../../scripts/messages.mjs';

/** Vitest global setup: the messages stand compiled before anything imports them, be it by what has started several checks at once. */
export default async function setup(): Promise<void> {
	if (!process.env.MESSAGES_COMPILED) await compileMessages();
}
