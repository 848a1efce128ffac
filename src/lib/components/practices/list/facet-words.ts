import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import type { Facet } from '#lib/model/practices/facets.ts';
import type { NamedTheme } from '#lib/model/practices/listed.ts';
import type { CityOf } from '../../ui/cities.ts';
import { costBandName, spanName } from './spans.ts';

const names: Record<Facet, () => string> = {
	theme: () => m.practices_found_facet_theme(),
	stage: () => m.practices_found_facet_stage(),
	city: () => m.practices_found_facet_city(),
	country: () => m.practices_found_facet_country(),
	cost: () => m.practices_found_facet_cost(),
	period: () => m.practices_found_facet_period(),
	evidence: () => m.practices_found_facet_evidence(),
	completeness: () => m.practices_found_facet_completeness(),
	tells: () => m.practices_found_facet_tells(),
	lang: () => m.practices_found_facet_lang(),
	form: () => m.practices_found_facet_form(),
	tag: () => m.practices_found_facet_tag(),
	bookmarked: () => m.practices_found_facet_bookmarked()
};

/** What a facet is called. */
export function facetName(facet: Facet): string {
	return names[facet]();
}

const stages: Record<string, () => string> = {
	interested: () => m.practices_found_stage_interested(),
	understand: () => m.practices_found_stage_understand(),
	adapt: () => m.practices_found_stage_adapt(),
	reuse: () => m.practices_found_stage_reuse(),
	result: () => m.practices_found_stage_result(),
	stopped: () => m.practices_found_stage_stopped(),
	none: () => m.practices_found_stage_none()
};

const evidence: Record<string, () => string> = {
	measured: () => m.practices_found_evidence_measured(),
	expected: () => m.practices_found_evidence_expected(),
	none: () => m.practices_found_evidence_none()
};

/** What the names of values are taken from. */
export interface FacetNames {
	themes: readonly NamedTheme[];
	cityOf: CityOf;
	format: Formatter;
}

/** What a value of a facet is called; itself where it has no name. */
export function valueName(facet: Facet, value: string, { themes, cityOf, format }: FacetNames): string {
	switch (facet) {
		case 'theme':
			return themes.find(({ slug }) => slug === value)?.name ?? value;
		case 'stage':
			return stages[value]?.() ?? value;
		case 'city':
			return cityOf(value)?.name ?? value;
		case 'country':
			return format.country(value);
		case 'cost':
			return costBandName(value, format);
		case 'period':
			return spanName(value);
		case 'evidence':
			return evidence[value]?.() ?? value;
		case 'completeness': {
			const [from = '', to = ''] = value.split('-');
			return m.practices_found_completeness_band({ from, to });
		}
		case 'tells':
			return m.practices_found_tells_lessons();
		case 'lang':
			return format.sentence(format.language(value));
		case 'form':
			return value === 'story' ? m.practices_called_story() : m.practices_called_entry();
		case 'tag':
			return value;
		case 'bookmarked':
			return m.practices_found_bookmarked_yes();
	}
}
