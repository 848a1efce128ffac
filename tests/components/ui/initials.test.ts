import { expect, test } from 'vitest';
import { initials } from '#lib/components/ui/initials.ts';

test.each([
	['Ilze Ozolkalne', 'IO'],
	['Maëlle  Quaidor', 'MQ'],
	['Šarlote', 'Š'],
	['Jan van der Berg', 'JB'],
	['Z\u030Ciga O\u0301lafs', 'ŽÓ'],
	['“Anna” (Berga)', 'AB'],
	['𝔊eorg', '𝔊'],
	['123', ''],
	['', '']
])('%s', (name, expected) => expect(initials(name)).toBe(expected));
