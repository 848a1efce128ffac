/** Where a player stands that a page may frame, by provider; svelte.config.js names the same. */
export const players = { youtube: 'https://www.youtube-nocookie.com', vimeo: 'https://player.vimeo.com' } as const;
export type VideoProvider = keyof typeof players;
/** How a provider calls itself. */
export const videoProviders: Record<VideoProvider, string> = { youtube: 'YouTube', vimeo: 'Vimeo' };

/** A video that others keep. */
export interface VideoAddress {
	provider: VideoProvider;
	id: string;
	/** The address of its page, one for each video. */
	page: string;
	/** What is framed when somebody presses: it sets no cookie before the video plays. */
	player: string;
}

export interface VideoRefused {
	problem: {
		/** No address; a file of a video; a place that is no provider; a page of a provider that is no video. */
		code: 'video_unreadable' | 'video_file' | 'video_elsewhere' | 'video_none_there';
		typed: string;
	};
}

const longest = 500;
const youtubeHosts = [...['', 'www.', 'm.'].map((site) => `${site}youtube.com`), 'youtube-nocookie.com', 'www.youtube-nocookie.com'];
const vimeoHosts = ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'];
const files = /\.(?:mp4|m4v|webm|mov|avi|mkv|ogv|wmv)$/i;

/** Seconds, from "90", "90s" or "1h2m3s"; null where it is no time. */
function secondsOf(said: string | null): number | null {
	const [, h = '0', m = '0', s = '0'] = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(said ?? '') ?? [];
	return Number(h) * 3600 + Number(m) * 60 + Number(s) || null;
}

function onYoutube({ hostname, pathname, searchParams }: URL): VideoAddress | null {
	const [, place = '', inPath = ''] = pathname.split('/');
	const said = hostname === 'youtu.be' ? place : place === 'watch' ? searchParams.get('v') : inPath;
	const isKnown = hostname === 'youtu.be' || ['watch', 'embed', 'shorts', 'live', 'v'].includes(place);
	if (!isKnown || !said || !/^[\w-]{11}$/.test(said)) return null;
	const start = secondsOf(searchParams.get('t') ?? searchParams.get('start'));
	return {
		provider: 'youtube',
		id: said,
		page: `https://www.youtube.com/watch?v=${said}${start ? `&t=${start}s` : ''}`,
		player: `${players.youtube}/embed/${said}?rel=0${start ? `&start=${start}` : ''}`
	};
}

/** An unlisted video has a second word in its address, without which nobody sees it. */
function onVimeo({ pathname, searchParams, hash }: URL): VideoAddress | null {
	const path = /^(?:\/video|\/channels\/[\w-]+|\/groups\/[\w-]+\/videos)?\/(\d{1,12})(?:\/([\da-f]{8,16}))?\/?$/.exec(pathname);
	const [, id, inPath] = path ?? [];
	if (!id) return null;
	const inQuery = searchParams.get('h');
	const key = inPath ?? (inQuery && /^[\da-f]{8,16}$/.test(inQuery) ? inQuery : null);
	const start = secondsOf(/^#t=(.*)$/.exec(hash)?.[1] ?? null);
	const from = start ? `#t=${start}s` : '';
	return {
		provider: 'vimeo',
		id,
		page: `https://vimeo.com/${id}${key ? `/${key}` : ''}${from}`,
		player: `${players.vimeo}/video/${id}?dnt=1${key ? `&h=${key}` : ''}${from}`
	};
}

function addressOf(typed: string): URL | null {
	if (typed.length > longest || /[\s<>\\"'`\p{Cc}]/u.test(typed)) return null;
	const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`);
	const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
	return isWeb && url.username === '' && url.password === '' && url.port === '' ? url : null;
}

/**
 * Reads the address of a video's page or player. Hosts are compared exactly, and nothing of what was typed stands in the
 * answer but the id, the word of an unlisted video, and where it begins.
 */
export function readVideoLink(typed: string): VideoAddress | VideoRefused {
	const said = typed.trim();
	const refused = (code: VideoRefused['problem']['code']): VideoRefused => ({ problem: { code, typed: said } });
	const url = addressOf(said);
	if (!url) return refused('video_unreadable');
	if (url.hostname === 'youtu.be' || youtubeHosts.includes(url.hostname)) return onYoutube(url) ?? refused('video_none_there');
	if (vimeoHosts.includes(url.hostname)) return onVimeo(url) ?? refused('video_none_there');
	return refused(files.test(url.pathname) ? 'video_file' : 'video_elsewhere');
}
