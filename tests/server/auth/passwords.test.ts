import { expect, test } from 'vitest';
import { passwordField, refuseGuessable } from '#lib/server/auth/password-rules.ts';
import { hashPassword, passwordFits } from '#lib/server/auth/password.ts';

const owner = {
	name: 'Ilze Ozolkalne',
	email: 'ilze.ozolkalne@daugavpils.example',
	around: ['Gen-Y City', 'gen-y-city', 'Daugavpils', 'da', 'Wolverhampton', 'Vulverhemptona', 'wo', 'Nowy Sącz', 'nowy-sacz']
};

/** Why a password is not taken; null where it is. */
async function refusal(password: string): Promise<string | null> {
	const { error } = passwordField.safeParse(password);
	if (error) return error.issues.map(({ message }) => message).join();
	return refuseGuessable(password, owner).then(
		() => null,
		(refused: { issues: { code: string }[] }) => refused.issues.map(({ code }) => code).join()
	);
}

const refused: [string, string][] = [
	['nine sign', 'too_short'],
	['          ', 'blank'],
	['\u200b'.repeat(10), 'blank'],
	['\u00a0\u2003 \u3000 \u2009  \u2060 ', 'blank'],
	['words with a \u0000 in it', 'controls'],
	['words with\ta tab', 'controls'],
	['words with half a \ud83d', 'controls'],
	['aaaaaaaaaa', 'repeats'],
	['zz zz zz zz zz', 'repeats'],
	['AbAbAbAbAbAb', 'repeats'],
	['12 12 12 12 12 12', 'repeats'],
	['abcdefghijkl', 'repeats'],
	['1234567890', 'repeats'],
	['0987654321', 'repeats'],
	['aa12345678', 'repeats'],
	['11223344556677', 'repeats'],
	['abcdeabcdeabcde', 'repeats'],
	['a\u200ba\u2060a\u00ada\u034faaaaaa', 'repeats'],
	['\u2800\u3164\uffa0\u115f\u200b\u2800\u3164\uffa0\u115f\u200b', 'blank'],
	['p\u200ba\u200bs\u200bs\u200bw\u200bo\u200br\u200bd12', 'common'],
	['p.a.s.s.w.o.r.d', 'common'],
	['1qaz2wsx3e', 'common'],
	['qwertzuiop', 'common'],
	['qwertyuiop', 'common'],
	['Password2026!', 'common'],
	['P@ssw0rd123', 'common'],
	['ｐａｓｓｗｏｒｄ１２３', 'common'],
	['dragon dragon', 'common'],
	['qwerty 123456', 'common'],
	['Liverpool1892', 'common'],
	['Ilze Ozolkalne', 'tells_owner'],
	['ilzeozolkalne1', 'tells_owner'],
	['ILZE.OZOLKALNE', 'tells_owner'],
	['ozolkalne2026', 'tells_owner'],
	['Ilze1234567890', 'tells_owner'],
	[owner.email, 'tells_owner'],
	['urbact urbact 26', 'tells_owner'],
	['Swing-Ilze-26', 'tells_owner'],
	['Daugavpils', 'tells_owner'],
	['Daugavpils1', 'tells_owner'],
	['daugavpils2026', 'tells_owner'],
	['DA-Daugavpils-2026', 'tells_owner'],
	['Wolverhampton', 'tells_owner'],
	['W0lverh@mpton', 'tells_owner'],
	['Vulverhemptona 7', 'tells_owner'],
	['wolverhampton daugavpils', 'tells_owner'],
	['NowySacz26', 'tells_owner'],
	['Gen-Y City 2026', 'tells_owner']
];

test.each(refused)('%j is not taken: %s', async (password, why) => {
	expect(await refusal(password)).toBe(why);
});

test.each([
	'four words for somebody',
	'Ilze likes long walks by the river',
	'zilā govs ēd pērnos ābolus',
	'żółta łódka płynie nocą',
	'correct horse battery staple',
	'we swing along the Daugava',
	'Wolverhampton has canals and lions',
	'gondola wolves drawing on a wall',
	'k9#mQ2!vX4',
	' between spaces ',
	'🦊🌊 rivers and foxes',
	'x9 '.repeat(50) + 'and so on'
])('%j is taken: words, spaces and signs of every kind, and no kind is asked for', async (password) => {
	expect(await refusal(password)).toBeNull();
});

test('a letter is the same however the keyboard puts it together, when it is counted and when it is compared', async () => {
	const tenSigns = 'ļģķņāēīūšž';
	expect(await refusal(tenSigns.normalize('NFD'))).toBeNull();
	expect(await refusal(tenSigns.slice(1).normalize('NFD'))).toBe('too_short');
	expect(await passwordFits(await hashPassword(tenSigns.normalize('NFD')), tenSigns)).toBe(true);
});

test('a password that was set before the rules still opens', async () => {
	const [common, form] = ['password', 'ﬁve ﬁelds'];
	expect(await passwordFits(await hashPassword(common), common)).toBe(true);
	expect(await passwordFits(await hashPassword(form), form)).toBe(true);
	expect(await passwordFits(await hashPassword(form), 'five fields')).toBe(false);
});
