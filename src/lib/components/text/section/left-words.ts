import { m } from '#lib/i18n/m';
import type { Leavings } from '../editor/office/office-leavings.ts';

/** One line about what could not come along, or not as it was; null where all did. */
export function leftWords(left: Leavings, listed: (words: string[]) => string): string | null {
	const said = [
		left.pictures > 0 && m.section_left_pictures({ count: left.pictures }),
		left.boxes > 0 && m.section_left_boxes({ count: left.boxes }),
		left.objects > 0 && m.section_left_objects({ count: left.objects }),
		left.comments > 0 && m.section_left_comments({ count: left.comments }),
		left.hidden > 0 && m.section_left_hidden({ count: left.hidden }),
		left.cells > 0 && m.section_left_cells({ count: left.cells })
	].filter((words) => words !== false);
	const lines = [
		...(said.length > 0 ? [m.section_left({ what: listed(said) })] : []),
		...(left.lettered > 0 ? [m.text_lettered({ count: left.lettered })] : [])
	];
	return lines.length > 0 ? lines.join(' ') : null;
}

/** What is said of files that are no pictures, which the tool for links brings and cites; null where there are none. */
export function filesWords(pictures: number, others: number): string | null {
	if (others === 0) return null;
	const said = pictures > 0 ? m.section_paste_only_pictures : m.section_paste_files;
	return said({ tool: m.text_link() });
}
