import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { sayVideoProblem } from '#lib/i18n/video-problems.ts';
import { players, readVideoLink } from '#lib/model/videos.ts';
import config from '../../svelte.config.js';

const id = 'dQw4w9WgXcQ';
const told = (typed: string): string => {
	const read = readVideoLink(typed);
	return 'problem' in read ? read.problem.code : `${read.page} ${read.player}`;
};
const youtube = `https://www.youtube.com/watch?v=${id} https://www.youtube-nocookie.com/embed/${id}?rel=0`;
const vimeo = 'https://vimeo.com/76979871 https://player.vimeo.com/video/76979871?dnt=1';
const unlisted = 'https://vimeo.com/76979871/8272103f6e https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e';

test.each([
	[`https://www.youtube.com/watch?v=${id}`, youtube],
	[` http://youtube.com/watch?feature=share&v=${id}#x `, youtube],
	[`youtube.com/watch?v=${id}`, youtube],
	[`//www.youtube.com/watch?v=${id}`, youtube],
	[`https://m.youtube.com/watch?v=${id}&list=PL123`, youtube],
	[`https://youtu.be/${id}?si=abc`, youtube],
	[`https://www.youtube.com/shorts/${id}`, youtube],
	[`https://www.youtube.com/live/${id}`, youtube],
	[`https://WWW.YouTube-nocookie.com/embed/${id}?autoplay=1`, youtube],
	[
		`https://youtu.be/${id}?t=1m30s`,
		`https://www.youtube.com/watch?v=${id}&t=90s https://www.youtube-nocookie.com/embed/${id}?rel=0&start=90`
	],
	['https://vimeo.com/76979871', vimeo],
	['https://vimeo.com/channels/staffpicks/76979871', vimeo],
	['https://player.vimeo.com/video/76979871?autoplay=1', vimeo],
	['https://vimeo.com/76979871/8272103f6e?share=copy', unlisted],
	['https://player.vimeo.com/video/76979871?h=8272103f6e', unlisted]
])('a video is found at %s', (typed, expected) => {
	expect(told(typed)).toBe(expected);
});

test.each([
	['javascript:alert(1)', 'video_unreadable'],
	[`javascript://www.youtube.com/watch?v=${id}`, 'video_unreadable'],
	[`https://me:word@www.youtube.com/watch?v=${id}`, 'video_unreadable'],
	[`https://www.youtube.com@evil.example/watch?v=${id}`, 'video_unreadable'],
	[`https://www.youtube.com:8443/watch?v=${id}`, 'video_unreadable'],
	[`https:\\\\www.youtube.com/watch?v=${id}`, 'video_unreadable'],
	[`https://www.you\ntube.com/watch?v=${id}`, 'video_unreadable'],
	[`https://www.youtube.com/watch?v=${id}">`, 'video_unreadable'],
	['our film', 'video_unreadable'],
	['', 'video_unreadable'],
	[`https://youtu.be/${id}?x=${'a'.repeat(600)}`, 'video_unreadable'],
	[`https://www.youtube.com.evil.example/watch?v=${id}`, 'video_elsewhere'],
	[`https://evil.example/www.youtube.com/watch?v=${id}`, 'video_elsewhere'],
	[`https://xn--yotube-9ya.com/watch?v=${id}`, 'video_elsewhere'],
	[`https://www.youtube.com./watch?v=${id}`, 'video_elsewhere'],
	['https://example.org/films/garden', 'video_elsewhere'],
	['https://example.org/films/garden.mp4?x=1', 'video_file'],
	['https://example.org/garden.WEBM', 'video_file'],
	['https://www.youtube.com/@city', 'video_none_there'],
	['https://www.youtube.com/playlist?list=PL123', 'video_none_there'],
	[`https://www.youtube.com/watch?v=${id}x`, 'video_none_there'],
	['https://www.youtube.com/embed/../../x', 'video_none_there'],
	['https://vimeo.com/staff', 'video_none_there']
])('%s is refused', (typed, expected) => {
	expect(told(typed)).toBe(expected);
});

describe('whatever is typed', () => {
	const pieces = fc.constantFrom(
		...[
			'https://',
			'http:',
			'//',
			'/',
			'www.youtube.com',
			'youtu.be',
			'player.vimeo.com',
			'@',
			':80',
			'?v=',
			'&t=',
			'#t=',
			'"',
			'<',
			' '
		],
		...[id, '76979871', '../', '%2e', '\\', 'watch', 'embed', 'video', '\t', 'javascript:', '.evil.example']
	);

	test('a page frames the known players alone, and each address is read as itself', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 9 }), (all) => {
				const read = readVideoLink(all.join(''));
				if ('problem' in read) return;
				expect(Object.values(players)).toContain(new URL(read.player).origin);
				expect(read.player).toMatch(/^https:\/\/[\w.-]+\/[\w/]+[\w-]*\?[\w=&]+(#t=\d+s)?$/);
				expect(readVideoLink(read.page)).toEqual(read);
			}),
			{ numRuns: 2000 }
		);
	});
});

test('the pages may frame the players and nothing else', () => {
	expect(config.kit?.csp?.directives?.['frame-src']).toEqual(Object.values(players));
});

test.each(locales)('every reason has its words in %s, and says which providers there are', (locale) => {
	const said = ['x', 'https://a.example/b.mp4', 'https://a.example/', 'https://youtu.be/'].map((typed) => {
		const read = readVideoLink(typed);
		return 'problem' in read ? sayVideoProblem(read.problem, locale) : 'taken';
	});
	expect(new Set(said).size).toBe(4);
	expect(said[2]).toMatch(/YouTube \S+ Vimeo/);
});
