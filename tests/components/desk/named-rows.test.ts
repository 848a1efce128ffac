import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import Waits from '#lib/components/desk/Waits.svelte';
import { readBy } from '../../support/reader.ts';

// It wants the method of a form in small letters, which this browser does not say.
vi.mock('$app/forms', () => ({ enhance: () => {} }));

const context = readBy({});
const thread = (stream: string, title: string, name: string) => ({
	stream,
	title,
	name,
	href: `/practices/${stream.replace(':', '-')}`,
	city: null,
	count: 2,
	place: '/practices/a?from=3#p-3',
	last: 4,
	lastAt: '2026-11-30T10:00:00.000Z',
	jumped: null
});

test('rows of one title say what each is: an entry, its draft, what two cities say to each other', () => {
	const unread = [
		thread('practice:a', 'Quince market', 'Good practice'),
		thread('practice-draft:a', 'Quince market', 'Good practice (draft)'),
		thread('adoption:a', 'Quince market', 'Daugavpils with Coimbra')
	];
	render(Waits, { props: { unread, first: true }, context });
	const said = screen.getAllByRole('listitem').map((row) => row.querySelector('p')?.textContent.trim().split(' · ')[0]);
	expect(said).toEqual(['Good practice', 'Good practice (draft)', 'Daugavpils with Coimbra']);
});

test('what has no other name than its title says it once', () => {
	render(Waits, { props: { unread: [thread('memo:a', 'Buy quinces', 'Buy quinces')], first: true }, context });
	expect(screen.getByRole('listitem').textContent.match(/Buy quinces/g)).toHaveLength(1);
	expect(screen.getByRole('listitem')).toHaveTextContent('2 new messages');
});
