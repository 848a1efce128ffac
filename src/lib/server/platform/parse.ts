import type { z } from 'zod';
import { Invalid } from './errors.ts';
import { unholdable } from './holdable.ts';

/**
 * The one way in for what comes from outside. What a schema has not cleaned and nothing can hold is refused here.
 * @throws Invalid with the path and a stable code of everything that is wrong
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
	const result = schema.safeParse(input);
	if (result.success) {
		const field = unholdable(result.data);
		if (field !== null) throw new Invalid([{ field, code: 'unholdable' }]);
		return result.data;
	}
	throw new Invalid(
		result.error.issues.map((issue) => ({
			field: issue.path.join('.'),
			code: issue.code === 'custom' ? issue.message : issue.code,
			...(issue.code === 'custom' && typeof issue.params?.name === 'string' && { name: issue.params.name })
		}))
	);
}
