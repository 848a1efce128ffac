/** How much of a stream a page contains: all up to this event. From there it hears on. */
export interface HeardUpTo {
	stream: string;
	seq: number;
}
