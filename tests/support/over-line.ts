import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import type { CommandName } from '#lib/model/commands.ts';
import { ask } from './live.ts';
import { answeredAs, type Answered } from './sent-form.ts';

/** What a command over a line is answered, as the tables mark it. */
export async function answerOverLine(line: Socket, name: CommandName, input: unknown): Promise<Answered> {
	const answer = await ask(line, 'command', { name, input: { commandId: randomUUID(), ...(input as object) } });
	if ('ok' in answer) return '+';
	const statuses: Record<string, number> = { not_found: 404, forbidden: 403, conflict: 409, invalid: 400 };
	return answeredAs(statuses[answer.refused.code] ?? 500);
}
