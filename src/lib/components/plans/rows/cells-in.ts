import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { CellsIn } from '#lib/i18n/plan-cells.ts';
import type { RowBeside } from '#lib/model/plans/rows/beside.ts';

interface Telling {
	locale: Locale;
	format: Formatter;
	beside: RowBeside;
}

/** How the cells of a row are told, and what the ids in them stand for. */
export function cellsIn({ locale, format, beside: { practice, objective } }: Telling): CellsIn {
	return {
		locale,
		format,
		named(id, module) {
			if (objective?.id === id) return objective.title || m.plans_rows_untitled();
			if (!practice) return m.plans_rows_practice_unseen();
			const part = practice.modules.find((one) => one.id === module)?.title;
			return part ? m.plans_rows_practice_of({ practice: practice.title, module: part }) : practice.title;
		}
	};
}
