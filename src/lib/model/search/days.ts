/** The first day of what is named: a day, a month or a year; yyyy-mm-dd, or 30.3.2017 as it is written in Latvian. */
export function dayNamed(text: string): string | null {
	const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\.?$/.exec(text);
	const dotted = /^(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})\.?$/.exec(text);
	const [year, month = '1', day = '1'] = iso ? iso.slice(1) : dotted ? [dotted[3], dotted[2], dotted[1]] : [];
	if (!year || Number(year) < 1000) return null;
	const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const exists = new Date(`${named}T00:00:00Z`);
	return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(named) ? named : null;
}
