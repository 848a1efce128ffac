import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import CardForm from '#lib/components/people/CardForm.svelte';
import type { OwnCard } from '#lib/model/people/own-card.ts';
import { readBy } from '../../support/reader.ts';

const card: OwnCard = {
	does: 'Youth policy',
	languages: ['lv', 'ru'],
	telephone: '+371 20000000',
	emailSeenBy: 'network',
	telephoneSeenBy: 'partners'
};

const ticked = () => screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked);

test('the form begins with what the card tells; each language that is spoken stands in sight', () => {
	render(CardForm, { props: { card }, context: readBy() });
	expect(screen.getByLabelText('What you do')).toHaveValue('Youth policy');
	expect(screen.getByLabelText('Telephone')).toHaveValue('+371 20000000');
	expect(screen.getByLabelText('Who sees your telephone number')).toHaveValue('partners');
	expect(ticked().map(({ name }) => name)).toEqual(['speaks-lv', 'speaks-ru']);
	for (const box of ticked()) expect(box.closest('details')).toBeNull();
	expect(screen.getByLabelText('Catalan').closest('details')).toBeNull();
	expect(screen.getByLabelText('Welsh').closest('details')).not.toBeNull();
});

test('a number that cannot be dialled from abroad is told beside its field, and all stays as it was typed', () => {
	const typed = { does: 'Parks', languages: ['cy'], telephone: '20 00 00', emailSeenBy: 'nobody', telephoneSeenBy: 'network' };
	const problem = { code: 'invalid', issues: [{ field: 'telephone', code: 'telephone' }] } as const;
	render(CardForm, { props: { card, typed, problem: { ...problem, issues: [...problem.issues] } }, context: readBy() });
	const telephone = screen.getByLabelText('Telephone');
	expect(telephone).toHaveValue('20 00 00');
	expect(telephone).toBeInvalid();
	expect(telephone).toHaveAccessibleDescription(/dialled from abroad looks like \+371 20000000\./);
	expect(screen.getByLabelText('What you do')).toHaveValue('Parks');
	expect(screen.getByLabelText('Who sees your e-mail address')).toHaveValue('nobody');
	expect(ticked().map(({ name }) => name)).toEqual(['speaks-cy']);
});
