import { Autosave, type StandingForm } from '#lib/client/autosave.svelte.ts';
import { connection } from '#lib/client/connection.svelte.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { RowCell } from '#lib/model/plans/rows/cells.ts';
import { readRowCell } from '#lib/model/plans/rows/read-typed.ts';
import type { TypedRow } from '#lib/model/plans/rows/typed.ts';
import { languagesOf } from '#lib/model/practices/read-typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';
import { loadAnew } from '../../shell/load-anew.ts';
import { rowDraft } from './row-draft.ts';
import { untakenOfRow } from './untaken-of-row.ts';

export type RowSaving = Autosave<TypedRow, Untaken>;

interface Saved {
	id: string;
	me: string;
	locale: Locale;
	/** Language of the plan. */
	lang: string;
	isBusy: (cell: RowCell) => boolean;
}

/**
 * The cells of a row, saved while they are written; what could not be sent is kept in this browser.
 * @param begun what stands in the form, where that is something else
 */
export function rowSaving(
	{ id, me, locale, lang, isBusy }: Saved,
	standing: StandingForm<TypedRow>,
	begun?: StandingForm<TypedRow>
): RowSaving {
	return new Autosave<TypedRow, Untaken>(
		standing,
		{
			place: rowDraft(me, id),
			read: (typed, cell) => readRowCell(cell as RowCell, typed[cell as RowCell] ?? {}, languagesOf(locale, lang)),
			send({ commandId, base, values }) {
				// A cell may have several fields.
				const fields: Record<string, unknown> = Object.assign({}, ...Object.values(values));
				return connection.command('saveRow', { commandId, id, base, values: fields }, me);
			},
			whenever: (work) => connection.whenever(work),
			reload: async () => void (await loadAnew()),
			isBusy: (cell) => isBusy(cell as RowCell),
			untakenOf: ({ issues }) => untakenOfRow(standing.typed, issues)
		},
		begun
	);
}
