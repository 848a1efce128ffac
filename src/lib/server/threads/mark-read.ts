import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { groupsOf } from '#lib/model/access/groups.ts';
import { mostHoles } from '#lib/model/threads/ranges.ts';
import { countable } from '#lib/model/events.ts';
import { repeatable } from '../commands/command.ts';
import { changeEntries } from '../notifications/change-entries.ts';
import { wasRefused } from '../db/refusal.ts';
import { batched } from '../platform/batch.ts';
import { Forbidden } from '../platform/errors.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { whileMarking } from './marks-under-way.ts';
import { multirangeOf } from './read-state.ts';

const seq = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const range = z.tuple([seq, seq]).refine(([from, to]) => from <= to, 'reversed');
const ranges = z.array(range).max(500);
const stream = z.string().max(100);
const inRanges = z.object({ stream, read: ranges, jumped: ranges });
/** As pages said it when one number told how far somebody had read. */
const upTo = z.object({ stream, seq });

/** Marks of one person. */
interface Marks {
	person: string;
	groups: string[];
	marks: { stream: string; read: string; jumped: string }[];
}

/** Where something was read that had told somebody of it. */
interface NotificationTarget extends Record<string, unknown> {
	person: string;
	stream: string;
	/** What was not read before, as a multirange. */
	fresh: string;
}

/**
 * Remembers what of these streams somebody has read, and what they passed over by a jump of their own: inclusive numbers,
 * never beyond the end of a stream, and nothing of what was read before is forgotten. Streams the person may not hear are
 * left out. What told the person of a place that they have now come to is read with it, and what reminded them of the whole.
 * Needs no id of a command: doing it twice changes nothing.
 * @throws Forbidden, Invalid
 */
export const markRead = repeatable({
	input: z.object({ read: z.array(z.union([inRanges, upTo])).max(500) }),
	async run(services, actor, { read }): Promise<null> {
		if (actor.kind === 'visitor') throw new Forbidden();
		const marks = read.map(inMultiranges);
		const groups = groupsOf(actor);
		if (marks.length === 0 || groups.length === 0) return null;
		await whileMarking(services, actor.id, write(services, { person: actor.id, groups, marks }));
		return null;
	}
});

async function write(services: Services, marks: Marks): Promise<void> {
	for (const { stream, fresh } of await marking(services)(marks)) {
		await changeEntries(services, marks.person, 'read', sql`stream = ${stream} and (seq = 0 or seq <@ ${fresh}::int8multirange)`);
	}
}

/** In the older form everything up to a number was read. */
function inMultiranges(mark: z.output<typeof inRanges> | z.output<typeof upTo>): Marks['marks'][number] {
	const { stream, read, jumped } = 'seq' in mark ? { ...mark, read: [[1, mark.seq] as [number, number]], jumped: [] } : mark;
	return { stream, read: multirangeOf(read), jumped: multirangeOf(jumped) };
}

/** After a post all who are looking mark at once: whoever comes while marks are being written goes into the next statement. */
const marking = memoPer(({ db }: Services) =>
	batched(
		async (asked: Marks[]): Promise<NotificationTarget[][]> => {
			const told = Map.groupBy(await db.execute<NotificationTarget>(statement(asked)), ({ person }) => person);
			return asked.map(({ person }) => told.get(person) ?? []);
		},
		{ most: 200, pause: 200, alone: wasRefused }
	)
);

const countableNames = Object.entries(countable).flatMap(([name, counts]) => (counts ? [name] : []));

function statement(asked: Marks[]): SQL {
	const given = asked.flatMap(({ person, groups, marks }) => marks.map((mark) => ({ person, groups, ...mark })));
	const [read, jumped] = [sql`read_states.read + excluded.read`, sql`read_states.jumped + excluded.jumped`];
	return sql`
		with given as materialized (
			select person, streams.id as stream, streams.seq as head,
				range_agg(given.read) * int8multirange(int8range(1, streams.seq + 1)) as read,
				range_agg(given.jumped) * int8multirange(int8range(1, streams.seq + 1)) as jumped
			from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
				as given(person uuid, groups text[], stream text, read int8multirange, jumped int8multirange)
			join streams on streams.id = given.stream and streams.network_id is not null and streams.audience && given.groups
			group by person, streams.id, streams.seq),
		grown as materialized (
			select person, stream, (${grown(sql`given.read`)}) as read, (${grown(sql`given.jumped`)}) as jumped from given),
		before as materialized (
			select grown.person, grown.stream, read_states.read
			from grown join read_states on read_states.person_id = grown.person and read_states.stream = grown.stream),
		moved as (
			insert into read_states (person_id, stream, read, jumped)
			select person, stream, settled.read, settled.jumped
			from grown cross join lateral (${settled(sql`grown.read`, sql`grown.jumped`)}) settled
			-- In one order whoever writes, so that nobody waits for one another in a circle.
			order by person, stream
			on conflict (person_id, stream) do update set (read, jumped) = (${settled(read, jumped)})
			returning person_id, stream, read)
		select moved.person_id as person, moved.stream, fresh.read as fresh
		from moved left join before on before.person = moved.person_id and before.stream = moved.stream
		cross join lateral (select moved.read - coalesce(before.read, '{}') as read) fresh
		where exists (
			select from notifications
			where notifications.person_id = moved.person_id and notifications.stream = moved.stream and read_at is null
				and (notifications.seq = 0 or notifications.seq <@ fresh.read))`;
}

/**
 * Ranges of a row of `given`, each as far as nothing of others lies beside it that counts, so that few holes remain. What was
 * taken out of sight stops them too: it may come back.
 */
function grown(ranges: SQL): SQL {
	const others = sql`
		select events.seq from events
		where events.stream = given.stream and events.name = any(${sql.param(countableNames)}::text[])
			and events.actor_id is distinct from given.person`;
	return sql`
		select coalesce(range_agg(int8range(
			1 + coalesce((${others} and events.seq < lower(marked) order by events.stream desc, events.seq desc limit 1), 0),
			coalesce((
				${others} and events.seq >= upper(marked) and events.seq <= given.head
				order by events.stream, events.seq limit 1), given.head + 1))), '{}')
		from unnest(${ranges}) marked`;
}

/** What is read, and what is passed over besides: with the oldest holes when there are too many. */
function settled(read: SQL, jumped: SQL): SQL {
	return sql`
		select state.read, state.jumped + coalesce((
			select range_agg(hole) from (
				select hole, row_number() over (order by lower(hole)) as nth, count(*) over () as holes
				from unnest(int8multirange(int8range(1, upper(state.read + state.jumped))) - (state.read + state.jumped)) hole) hole
			where nth <= holes - ${mostHoles}::int), '{}') - state.read as jumped
		from (select ${read} as read, ${jumped} as jumped) state`;
}
