import { joinNouns } from './join-nouns.ts';
import { modelNouns } from './nouns.ts';

/** What every event that a stream can hold carries, by name; each noun declares its own. A new one needs its case in the replay test. */
export interface Events {}
export type EventName = keyof Events;
export type DomainEvent = { [Name in EventName]: { name: Name; payload: Events[Name] } }[EventName];

const traits = joinNouns(modelNouns, ({ events }) => events);

export const eventNames = [...traits.keys()] as EventName[];

/** Events that count as something to read. */
export const countable = Object.fromEntries([...traits].map(([name, known]) => [name, known.countable])) as Record<EventName, boolean>;

/** Events after which what counted may count no more, or again. */
export const recounts: ReadonlySet<string> = new Set([...traits].flatMap(([name, known]) => (known.recounts ? [name] : [])));

/** One event on its way to the readers of its stream: encoded once, the same for all of them. */
export type Envelope<E extends DomainEvent = DomainEvent> = E & {
	stream: string;
	seq: number;
	/** Id of the person who did it. */
	actor: string | null;
	/** When it was recorded, ISO. */
	at: string;
};

/** Payloads up to this many bytes travel whole; of larger ones the reader fetches the text. */
export const largestPayload = 16_000;
