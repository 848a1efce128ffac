import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import VideoLink from '#lib/components/ui/VideoLink.svelte';
import { readVideoLink } from '#lib/model/videos.ts';

const read = (typed: string) => {
	const video = readVideoLink(typed);
	if ('problem' in video) throw new Error(video.problem.code);
	return video;
};
const film = read('https://youtu.be/dQw4w9WgXcQ?t=90');

test('before anybody presses there is a link, and nothing of the provider', () => {
	const { container } = render(VideoLink, { video: film, title: 'Dārzs pie upes', lang: 'lv' });
	expect(container.querySelector('iframe, img, video')).toBeNull();
	expect(screen.getByRole('link', { name: 'Dārzs pie upes' })).toHaveAttribute('href', film.page);
	expect(screen.getByText('Loads from YouTube only after you press.')).toBeInTheDocument();
	expect(container.querySelector('.on-paper')).toHaveTextContent(film.page);
});

test('who presses gets the player, named, in a sandbox, with the focus', async () => {
	render(VideoLink, { video: film, title: 'Dārzs pie upes' });
	screen.getByRole('button', { name: 'Play here Dārzs pie upes' }).click();
	await tick();
	const frame = screen.getByTitle('Dārzs pie upes, played by YouTube');
	expect(frame).toHaveAttribute('src', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&start=90&autoplay=1');
	expect(frame.getAttribute('sandbox')).not.toContain('allow-top-navigation');
	expect(frame).toHaveAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
	expect(frame).toHaveFocus();
	expect(screen.queryByRole('button')).toBeNull();
});

test('another video in its place waits for a press of its own', async () => {
	const { container, rerender } = render(VideoLink, { video: film, title: 'a' });
	screen.getByRole('button').click();
	await tick();
	await rerender({ video: read('https://vimeo.com/76979871'), title: 'b' });
	expect(container.querySelector('iframe')).toBeNull();
	expect(screen.getByText('Loads from Vimeo only after you press.')).toBeInTheDocument();
});
