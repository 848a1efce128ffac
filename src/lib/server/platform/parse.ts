import type { z } from 'zod';
import { Invalid } from './errors.ts';

/**
 * The one way in for what comes from outside.
 * @throws Invalid with the path and a stable code of everything that is wrong
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
	const result = schema.safeParse(input);
	if (result.success) return result.data;
	throw new Invalid(
		result.error.issues.map((issue) => ({
			field: issue.path.join('.'),
			code: issue.code === 'custom' ? issue.message : issue.code
		}))
	);
}
