import { m } from '#lib/i18n/m';
import type { PracticeForm } from '../model/practices/practice.ts';
import type { FormField } from '../model/practices/typed.ts';
import type { Untaken } from '../model/practices/untaken.ts';
import type { Locale } from './locales.ts';
import { fieldName } from './practice-fields.ts';
import { sayTypedProblem } from './typed-problems.ts';
import { sayVideoProblem } from './video-problems.ts';

/** What is said about a field in the form: what it is called, what belongs there, and how that may look. */
export interface FieldWords {
	name: string;
	says: string;
	example?: string;
}

const says: Record<FormField, [says: () => string, example?: () => string]> = {
	lang: [() => m.practices_form_says_lang()],
	title: [() => m.practices_form_says_title(), () => m.practices_form_example_title()],
	pitch: [() => m.practices_form_says_pitch(), () => m.practices_form_example_pitch()],
	summary: [() => m.practices_form_says_summary(), () => m.practices_form_example_summary()],
	englishTitle: [() => m.practices_form_says_english_title()],
	englishPitch: [() => m.practices_form_says_english_pitch()],
	englishSummary: [() => m.practices_form_says_english_summary()],
	themes: [() => m.practices_form_says_themes()],
	tags: [() => m.practices_form_says_tags(), () => m.practices_form_example_tags()],
	solution: [() => m.practices_form_says_solution(), () => m.practices_form_example_solution()],
	approach: [() => m.practices_form_says_approach(), () => m.practices_form_example_approach()],
	participation: [() => m.practices_form_says_participation(), () => m.practices_form_example_participation()],
	impact: [() => m.practices_form_says_impact(), () => m.practices_form_example_impact()],
	evidence: [() => m.practices_form_says_evidence(), () => m.practices_form_example_evidence()],
	reuse: [() => m.practices_form_says_reuse(), () => m.practices_form_example_reuse()],
	resources: [() => m.practices_form_says_resources(), () => m.practices_form_example_resources()],
	cost: [() => m.practices_form_says_cost(), () => m.practices_form_example_cost()],
	funding: [() => m.practices_form_says_funding(), () => m.practices_form_example_funding()],
	period: [() => m.practices_form_says_period(), () => m.practices_form_example_period()],
	lessons: [() => m.practices_form_says_lessons(), () => m.practices_form_example_lessons()],
	partners: [() => m.practices_form_says_partners(), () => m.practices_form_example_partners()],
	modules: [() => m.practices_form_says_modules(), () => m.practices_form_example_modules()],
	contact: [() => m.practices_form_says_contact()],
	place: [() => m.practices_form_says_place(), () => m.practices_form_example_place()],
	links: [() => m.practices_form_says_links()],
	videos: [() => m.practices_form_says_videos()],
	files: [() => m.practices_form_says_files()]
};

/** The questions of a story. */
const asked: Partial<Record<FormField, [name: () => string, says: () => string, example: () => string]>> = {
	title: [() => m.practices_form_story_title(), () => m.practices_form_story_says_title(), () => m.practices_form_story_example_title()],
	summary: [
		() => m.practices_form_story_summary(),
		() => m.practices_form_story_says_summary(),
		() => m.practices_form_story_example_summary()
	],
	solution: [
		() => m.practices_form_story_solution(),
		() => m.practices_form_story_says_solution(),
		() => m.practices_form_story_example_solution()
	],
	impact: [
		() => m.practices_form_story_impact(),
		() => m.practices_form_story_says_impact(),
		() => m.practices_form_story_example_impact()
	],
	lessons: [
		() => m.practices_form_story_lessons(),
		() => m.practices_form_story_says_lessons(),
		() => m.practices_form_story_example_lessons()
	]
};

/** What the form says about a field. */
export function fieldWords(field: FormField, form: PracticeForm): FieldWords {
	const question = form === 'story' ? asked[field] : undefined;
	const [tells, example] = question ? [question[1], question[2]] : says[field];
	const name = question ? question[0]() : field === 'lang' ? m.practices_form_lang() : fieldName(field);
	return { name, says: tells(), ...(example && { example: example() }) };
}

/** Why something was not taken, and what to do. */
export function sayUntaken({ code, typed, video }: Untaken, locale: Locale): string {
	if (typed) return sayTypedProblem(typed, locale);
	if (video) return sayVideoProblem(video, locale);
	switch (code) {
		case 'needed':
			return m.practices_form_wrong_needed();
		case 'too_long':
		case 'alt_too_long':
			return m.practices_form_wrong_too_long();
		case 'too_many':
			return m.practices_form_wrong_too_many();
		case 'tag_too_long':
			return m.practices_form_wrong_tag_too_long();
		case 'no_year':
			return m.practices_form_wrong_no_year();
		case 'no_address':
			return m.practices_form_wrong_no_address();
		case 'from_above_to':
			return m.practices_form_wrong_from_above_to();
		case 'from_after_to':
			return m.practices_form_wrong_from_after_to();
		case 'two_currencies':
			return m.practices_form_wrong_two_currencies();
		case 'gone':
			return m.practices_form_wrong_gone();
		case 'not_of_city':
			return m.practices_form_wrong_not_of_city();
		case 'no_theme':
			return m.practices_form_wrong_no_theme();
		case 'no_day':
		case 'year_unlikely':
			return m.practices_form_wrong_no_day();
		default:
			return m.practices_form_wrong_other();
	}
}
