import { m } from '#lib/i18n/m';
import type { StepKind } from '../model/adoptions/stages.ts';
import type { Locale } from './locales.ts';

const names = {
	interested: m.adoptions_stage_interested,
	understand: m.adoptions_stage_understand,
	adapt: m.adoptions_stage_adapt,
	reuse: m.adoptions_stage_reuse,
	result: m.adoptions_stage_result,
	stopped: m.adoptions_stage_stopped
};

/** What a stage of an adoption is called, or its stop, in the running page's language or in another one. */
export function stageName(stage: StepKind, locale?: Locale): string {
	return names[stage]({}, locale && { locale });
}
