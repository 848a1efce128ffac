import { m } from '#lib/i18n/m';
import type { PracticeField } from '../model/practices/values.ts';
import type { Locale } from './locales.ts';

/** What a field of a practice is called, in the running page's language or in another one. */
export function fieldName(field: PracticeField, locale?: Locale): string {
	const names = {
		title: m.practices_field_title,
		pitch: m.practices_field_pitch,
		summary: m.practices_field_summary,
		englishTitle: m.practices_field_english_title,
		englishPitch: m.practices_field_english_pitch,
		englishSummary: m.practices_field_english_summary,
		themes: m.practices_field_themes,
		tags: m.practices_field_tags,
		solution: m.practices_field_solution,
		approach: m.practices_field_approach,
		participation: m.practices_field_participation,
		impact: m.practices_field_impact,
		evidence: m.practices_field_evidence,
		reuse: m.practices_field_reuse,
		resources: m.practices_field_resources,
		cost: m.practices_field_cost,
		funding: m.practices_field_funding,
		period: m.practices_field_period,
		lessons: m.practices_field_lessons,
		partners: m.practices_field_partners,
		modules: m.practices_field_modules,
		contact: m.practices_field_contact,
		place: m.practices_field_place,
		links: m.practices_field_links,
		videos: m.practices_field_videos,
		files: m.practices_field_files
	};
	return names[field]({}, locale && { locale });
}
