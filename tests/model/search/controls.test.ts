import { expect, test } from 'vitest';
import { controlsOf, withControls } from '#lib/model/search/controls.ts';

const plain = { kind: [], city: [], from: [], lang: [], after: [], before: [] };

test('the controls say what stands in the box, and the box what the controls say', () => {
	const text = 'plan "open doors" -cafe kind:message city:Genoa from:Ilze lang:lv after:2016-05-01';
	const controls = controlsOf(text);
	expect(controls).toEqual({ ...plain, kind: ['post'], city: ['Genoa'], from: ['Ilze'], lang: ['lv'], after: ['2016-05-01'] });
	expect(withControls(text, controls, 'en')).toBe(text);
	expect(withControls(text, { ...controls, kind: [], after: [], from: ['Elio Fontanella'] }, 'lv')).toBe(
		'plan "open doors" -cafe pilsēta:Genoa no:"Elio Fontanella" valoda:lv'
	);
});

test('what the controls have no place for stays: further people and cities, and filters that mean nothing', () => {
	const text = 'plan from:Ilze from:Elio city:Genoa city:Nantes colour:red kind:rubbish';
	const controls = { ...controlsOf(text), from: ['Ilze'], city: ['Genoa'], kind: ['meeting'] };
	expect(withControls(text, controls, 'en')).toBe('plan colour:red kind:meeting city:Genoa city:Nantes from:Ilze from:Elio kind:rubbish');
	expect(withControls(text, { ...controls, from: [''], kind: [] }, 'en')).toBe(
		'plan colour:red city:Genoa city:Nantes from:Elio kind:rubbish'
	);
});
