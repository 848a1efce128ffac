import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Placed } from '#lib/model/command.ts';
import { commandAtOnce } from '../commands/command-at-once.ts';
import type { Command } from '../commands/command.ts';
import { postMessage, say, sayingFields } from '../threads/post-message.ts';
import type { Services } from '../services.ts';
import { meetingAt } from './queries.ts';

/**
 * Says something in the meeting of this address, as browsers kept it before threads had streams of their own. Repeated attempts
 * are known by name and input: both stay as they are.
 */
export const postInMeeting = commandAtOnce({
	name: 'meeting.postMessage',
	input: z.object({ slug: z.string().max(200), ...sayingFields }),
	async run(context) {
		const { slug, ...saying } = context.input;
		const { stream } = await meetingAt(context.services.db, context.actor, slug);
		return say(context, { stream, ...saying });
	}
});

/** Says something in a thread; what a browser kept from before threads had streams of their own still names the meeting's address. */
export const postMessageOrFormer: Command<Placed, z.output<typeof postMessage.input> | z.output<typeof postInMeeting.input>> =
	Object.assign(
		(services: Services, actor: Actor, raw: unknown) =>
			byAddress.safeParse(raw).success ? postInMeeting(services, actor, raw) : postMessage(services, actor, raw),
		{ input: z.union([postMessage.input, postInMeeting.input]) }
	);

/** Whatever the address is: what is wrong with it is told by the command. */
const byAddress = z.object({ slug: z.unknown().refine((slug) => slug !== undefined) });
