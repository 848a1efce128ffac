/** A write that is done once for each `commandId` that is sent with it, however often it is repeated. */
export interface OnceCommand<Input, Result> {
	once: true;
	input: Input;
	result: Result;
}

/** A write that needs no id: doing it twice changes nothing. */
export interface RepeatableCommand<Input, Result> {
	once: false;
	input: Input;
	result: Result;
}

export type AnyCommand = OnceCommand<unknown, unknown> | RepeatableCommand<unknown, unknown>;

/** What a write to a stream is answered: the id of what it made or changed, and where in the stream it stands. */
export interface Placed {
	id: string;
	seq: number;
}
