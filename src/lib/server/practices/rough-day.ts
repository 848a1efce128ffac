import { z } from 'zod';
import { firstYear, lastYear } from '#lib/model/quantities/period.ts';
import { precisions } from '#lib/model/quantities/precision.ts';

/** A day of which only the month, quarter or year may be known, of the years that the fields take. */
export const roughDay = z.strictObject({
	date: z
		.string()
		.refine((date) => z.iso.date().safeParse(date).success, { error: 'no_day', abort: true })
		.refine((date) => {
			const year = Number(date.slice(0, 4));
			return year >= firstYear && year <= lastYear;
		}, 'year_unlikely'),
	precision: z.enum(precisions)
});
