import { z } from 'zod';

function isTimeZone(name: string): boolean {
	try {
		// Offsets such as +02:00 would pass here too, but know no summer time.
		return /^[A-Za-z]/.test(name) && Intl.DateTimeFormat('en', { timeZone: name }) !== null;
	} catch {
		return false;
	}
}

export const timeZoneField = z.string().max(64).refine(isTimeZone, 'unknown');
