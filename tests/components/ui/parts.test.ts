import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Beats from '#lib/components/ui/Beats.svelte';
import Button from '#lib/components/ui/Button.svelte';
import CityMark from '#lib/components/ui/CityMark.svelte';
import Face from '#lib/components/ui/Face.svelte';
import Notice from '#lib/components/ui/Notice.svelte';
import WholeWords from '#lib/components/ui/WholeWords.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const poznan = { code: 'po', letters: 'po', name: 'Poznań' };

describe('a city’s mark', () => {
	test('says the name where the name does not stand beside it', () => {
		render(CityMark, { city: poznan });
		const mark = screen.getByRole('img', { name: 'Poznań' });
		expect(mark).toHaveAttribute('title', 'Poznań');
		expect(mark).toHaveAttribute('data-city', 'po');
	});

	test('is silent beside the name', () => {
		render(CityMark, { city: poznan, named: true });
		expect(screen.queryByRole('img')).toBeNull();
	});
});

describe('a face', () => {
	test('of a city has its shape and colour', () => {
		const { container } = render(Face, { person: { name: 'Ilze Ozolkalne', city: 'da', role: 'officer' } });
		expect(container.querySelector('[data-city="da"]')).toHaveTextContent('IO');
	});

	test('of an expert is of no city', () => {
		const { container } = render(Face, { person: { name: 'Elio Fontanella', city: null, role: 'expert' } });
		expect(container.querySelector('[data-city]')).toBeNull();
		expect(container.querySelector('.expert')).toHaveTextContent('EF');
	});
});

describe('beats', () => {
	test('as many strokes as there are things, the done ones filled', () => {
		render(Beats, { done: 5, total: 12, at: 6, label: '5 of 12' });
		const beats = screen.getByRole('img', { name: '5 of 12' });
		expect(beats.querySelectorAll('i')).toHaveLength(12);
		expect(beats.querySelectorAll('.on')).toHaveLength(5);
		expect(beats.querySelectorAll('i')[5]).toHaveClass('at');
	});

	test('too many to count are a number alone', () => {
		render(Beats, { done: 3, total: 40, label: '3 of 40' });
		expect(screen.queryByRole('img')).toBeNull();
		expect(screen.getByText('3 of 40')).toBeVisible();
	});
});

describe('a button', () => {
	test('sends its form unless told otherwise', () => {
		render(Button, { children: words('Send') });
		expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('type', 'submit');
	});

	test('is a link when it leads somewhere', () => {
		render(Button, { href: '/meetings', kind: 'main', children: words('Meetings') });
		expect(screen.getByRole('link', { name: 'Meetings' })).toHaveAttribute('href', '/meetings');
	});
});

describe('a notice', () => {
	test('of a problem interrupts, any other waits its turn', () => {
		render(Notice, { kind: 'problem', title: 'Not sent' });
		render(Notice, { kind: 'ok', title: 'Sent' });
		expect(screen.getByRole('alert')).toHaveTextContent('Not sent');
		expect(screen.getByRole('status')).toHaveTextContent('Sent');
	});
});

test('words with a hyphen are kept whole, and the text stays as it is', () => {
	const text = 'Gen-Y City is a network, co-funded – since 2016.';
	const { container } = render(WholeWords, { text });
	expect(container).toHaveTextContent(text);
	expect([...container.querySelectorAll('span')].map((word) => word.textContent)).toEqual(['Gen-Y', 'co-funded']);
});
