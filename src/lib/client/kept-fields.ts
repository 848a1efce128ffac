import type { FieldWrite } from './field-bases.ts';

/** What of a form is not on the server: fields with what was typed and the revision it was made from, and what was sent last. */
export interface KeptFields {
	fields: Record<string, { typed: unknown; n: number }>;
	pending: FieldWrite | null;
}

/** As one line, so that drafts which are joined can be told apart; empty where there is nothing. */
export function keptFields(kept: KeptFields | null): string {
	return kept ? JSON.stringify(kept) : '';
}

/** The later ones first. What is no such line says nothing. */
export function readKept(draft: string): KeptFields[] {
	const lines = draft.split('\n').filter((line) => line.startsWith('{'));
	return lines.reverse().flatMap((line) => {
		try {
			const { fields, pending } = JSON.parse(line) as Partial<KeptFields>;
			return [{ fields: fields ?? {}, pending: pending ?? null }];
		} catch {
			return [];
		}
	});
}
