import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Field from '#lib/components/ui/Field.svelte';
import SelectField from '#lib/components/ui/SelectField.svelte';
import TextArea from '#lib/components/ui/TextArea.svelte';

test('a field is found by its label and told its hint and its fault', () => {
	render(Field, {
		label: 'E-mail',
		name: 'email',
		type: 'email',
		value: 'anna',
		hint: 'Only you see it.',
		error: 'An address looks like a@b.example.'
	});
	const field = screen.getByLabelText('E-mail');
	expect(field).toHaveValue('anna');
	expect(field).toHaveAttribute('type', 'email');
	expect(field).toHaveAccessibleDescription('Only you see it. An address looks like a@b.example.');
	expect(field).toBeInvalid();
});

test('a field without a fault has nothing to say', () => {
	render(Field, { label: 'Name', name: 'name' });
	expect(screen.getByLabelText('Name')).not.toHaveAttribute('aria-describedby');
	expect(screen.getByLabelText('Name')).toBeValid();
});

test('two fields of the same name do not share a label', () => {
	render(Field, { label: 'First', name: 'x' });
	render(Field, { label: 'Second', name: 'x' });
	expect(screen.getByLabelText('First')).not.toBe(screen.getByLabelText('Second'));
});

test('several lines keep what was typed', () => {
	render(TextArea, { label: 'Text', name: 'text', value: 'one\ntwo', error: 'Too long' });
	expect(screen.getByLabelText('Text')).toHaveValue('one\ntwo');
	expect(screen.getByLabelText('Text')).toHaveAccessibleDescription('Too long');
});

test('one of several is chosen', () => {
	render(SelectField, {
		label: 'Language',
		name: 'lang',
		value: 'lv',
		options: [
			{ value: 'en', label: 'English' },
			{ value: 'lv', label: 'Latviešu', lang: 'lv' }
		]
	});
	expect(screen.getByLabelText('Language')).toHaveValue('lv');
	expect(screen.getByRole('option', { name: 'Latviešu' })).toHaveAttribute('lang', 'lv');
});
