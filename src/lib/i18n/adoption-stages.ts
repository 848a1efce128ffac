import { m } from '#lib/i18n/m';
import type { StepKind } from '../model/adoptions/stages.ts';
import type { Locale } from './locales.ts';

/** What a stage of an adoption is called, or its stop, in the running page's language or in another one. */
export function stageName(stage: StepKind, locale?: Locale): string {
	const said = locale && { locale };
	switch (stage) {
		case 'interested':
			return m.adoptions_stage_interested({}, said);
		case 'understand':
			return m.adoptions_stage_understand({}, said);
		case 'adapt':
			return m.adoptions_stage_adapt({}, said);
		case 'reuse':
			return m.adoptions_stage_reuse({}, said);
		case 'result':
			return m.adoptions_stage_result({}, said);
		case 'stopped':
			return m.adoptions_stage_stopped({}, said);
	}
}
