/**
 * The instant at which clocks in `timeZone` show this wall-clock time (yyyy-mm-ddThh:mm[:ss]).
 * A time that the change to summer time skips is read with the offset before the change.
 */
export function instantOf(wallClock: string, timeZone: string): Date {
	const asUtc = Date.parse(`${wallClock}Z`);
	const first = asUtc - offset(asUtc, timeZone);
	return new Date(asUtc - offset(first, timeZone));
}

/** Milliseconds that clocks in the zone are ahead of UTC at this instant. */
function offset(instant: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	}).formatToParts(instant);
	const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
	const shown = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second')
	);
	return shown - Math.floor(instant / 1000) * 1000;
}
