/** So many whole days before the demo is filled, at a time of day (UTC, hh:mm). */
export interface DaysBefore {
	daysBefore: number;
	time: string;
}

export function dayBefore(now: Date, { daysBefore, time }: DaysBefore): Date {
	const day = new Date(now.getTime() - daysBefore * 86_400_000).toISOString().slice(0, 10);
	return new Date(`${day}T${time}:00Z`);
}
