import { randomUUID } from 'node:crypto';
import { asActor } from '../../access/as-actors.ts';
import type { SharedCommand } from '../../commands/command.ts';
import type { Transaction } from '../../db/client.ts';
import { dayBefore, type DaysBefore } from '../../demo/days-before.ts';
import type { DemoGround } from '../../demo/ground.ts';
import { parse } from '../../platform/parse.ts';

/** Has somebody of the cast do something in the past of the demo, by a command that a person sends. */
export type Act = <Result, Input>(
	command: SharedCommand<Result, Input>,
	/** First part of the address of who does it. */
	by: string,
	when: DaysBefore,
	input: unknown
) => Promise<Result>;

/** @throws what the commands throw: the demo says nothing that a person could not have written */
export function actsOf(tx: Transaction, ground: DemoGround): Act {
	return (command, by, when, input) => {
		const { id, name, city, role, expertKind } = ground.person(by);
		return command.within(tx, {
			actor: asActor({ id, name, memberships: [{ network: ground.network, role, city, expertKind }] }),
			commandId: randomUUID(),
			input: parse(command.input, input),
			now: dayBefore(ground.now, when),
			services: ground.services,
			// Nobody listens yet, and what people are told is brought to them when the demo starts.
			recorded: () => {},
			afterwards: () => {}
		});
	};
}
