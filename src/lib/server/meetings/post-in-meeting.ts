import { z } from 'zod';
import { commandAtOnce, type Placed } from '../commands/command-at-once.ts';
import type { Command } from '../commands/command.ts';
import { postMessage, say, sayingFields } from '../threads/post-message.ts';
import { meetingAt } from './queries.ts';

/** Says something in the meeting of this address, as forms do. Repeated attempts are known by name and input: both stay as they are. */
export const postInMeeting = commandAtOnce({
	name: 'meeting.postMessage',
	input: z.object({ slug: z.string().max(200), ...sayingFields }),
	async run(context) {
		const { slug, ...saying } = context.input;
		const { stream } = await meetingAt(context.services.db, context.actor, slug);
		return say(context, { stream, ...saying });
	}
});

const byAddress = z.object({ slug: z.unknown() });

/** Says something in a thread; what a browser kept from before threads had streams of their own still names the meeting's address. */
export const postMessageOrFormer: Command<Placed> = (services, actor, raw) =>
	byAddress.safeParse(raw).data?.slug === undefined ? postMessage(services, actor, raw) : postInMeeting(services, actor, raw);
