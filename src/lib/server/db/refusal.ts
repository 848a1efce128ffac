import postgres from 'postgres';

/** What PostgreSQL calls the reason why it did nothing of a statement; null when it is not known to have done nothing. */
export function databaseRefusal(error: unknown): string | null {
	const { cause = error } = error as { cause?: unknown };
	return cause instanceof postgres.PostgresError ? cause.code : null;
}

export function wasRefused(error: unknown): boolean {
	return databaseRefusal(error) !== null;
}
