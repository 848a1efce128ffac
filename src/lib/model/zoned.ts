/**
 * The instant at which clocks in `timeZone` show this wall-clock time (yyyy-mm-ddThh:mm[:ss]).
 * A time that the change to summer time skips is read with the offset before the change.
 */
export function instantOf(wallClock: string, timeZone: string): Date {
	const asUtc = Date.parse(`${wallClock}Z`);
	const first = asUtc - offset(asUtc, timeZone);
	return new Date(asUtc - offset(first, timeZone));
}

const faces = new Map<string, Intl.DateTimeFormat>();

/** The clocks of a zone, which are slow to make. */
function faceOf(timeZone: string): Intl.DateTimeFormat {
	const known = faces.get(timeZone);
	if (known) return known;
	const figure = 'numeric';
	const made = new Intl.DateTimeFormat('en', {
		timeZone,
		hourCycle: 'h23',
		year: figure,
		month: figure,
		day: figure,
		hour: figure,
		minute: figure,
		second: figure
	});
	faces.set(timeZone, made);
	return made;
}

/** Milliseconds that clocks in the zone are ahead of UTC at this instant. */
function offset(instant: number, timeZone: string): number {
	const parts = faceOf(timeZone).formatToParts(instant);
	const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
	const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
	return shown - Math.floor(instant / 1000) * 1000;
}

/** What calendars and clocks in the zone show: the day (yyyy-mm-dd), and the time (hh:mm). */
export function shownAt(at: Date, timeZone: string): { date: string; time: string } {
	const shown = new Date(at.getTime() + offset(at.getTime(), timeZone)).toISOString();
	return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}
