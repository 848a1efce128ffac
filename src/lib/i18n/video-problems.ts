import { m } from '#lib/i18n/m';
import { videoProviders, type VideoRefused } from '#lib/model/videos.ts';
import { formatter } from './format.ts';
import type { Locale } from './locales.ts';

/** Why the address of a video was not taken, and what to give instead. */
export function sayVideoProblem({ code }: VideoRefused['problem'], locale: Locale): string {
	const providers = formatter(locale, 'UTC').list(Object.values(videoProviders));
	switch (code) {
		case 'video_unreadable':
			return m.video_unreadable({}, { locale });
		case 'video_file':
			return m.video_file({ providers }, { locale });
		case 'video_elsewhere':
			return m.video_elsewhere({ providers }, { locale });
		case 'video_none_there':
			return m.video_none_there({}, { locale });
	}
}
