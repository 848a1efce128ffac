import { compileMessages } from '../../scripts/messages.mjs';

/** Vitest global setup: the messages stand compiled before anything imports them. */
export default async function setup(): Promise<void> {
	await compileMessages();
}
