import { expect, test } from 'vitest';
import { saidBy } from '#lib/components/text/said.ts';
import { addressed } from '#lib/model/documents/addressed.ts';
import { fromMarkdown, fromTyped, toField } from '#lib/model/documents/markdown.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';

const ilze = '[@Ilze Ozolkalne](swing:person/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b)';

test('the plain field shows the words of a draft, its paragraphs and its numbers, and nothing of its marks and addresses', () => {
	const doc = fromMarkdown(`Sveiki, ${ilze} **un** [visi](https://a.lv)!\n\n1. viens\n2. divi\n\nAr cieņu`);
	expect(saidBy(doc).words).toBe('Sveiki, @Ilze Ozolkalne un visi!\n\n1. viens\n2. divi\n\nAr cieņu');
	expect(saidBy(`Sveiki, ${ilze} un [visi](https://a.lv)`).words).toBe('Sveiki, @Ilze Ozolkalne un [visi](https://a.lv)');
});

test('whoever writes on in the plain field keeps the mentions', () => {
	for (const content of [
		fromMarkdown(`Sveika, ${ilze}! [@Daugavpils](swing:city/da)`),
		`Sveika, ${ilze}! [@Daugavpils](swing:city/da)`
	]) {
		const { words, meant } = saidBy(content);
		expect(meant(`${words} Vai ${words}`)).toBe(
			`Sveika, ${ilze}! [@Daugavpils](swing:city/da) Vai Sveika, @Ilze Ozolkalne! @Daugavpils`
		);
		expect(meant('@Ilze Ozolkalneite un @Ilze Ozolkalne')).toBe(`@Ilze Ozolkalneite un ${ilze}`);
		expect(meant('Nekā')).toBe('Nekā');
	}
});

test('a text whose mentions are said by their words is read as it was written', () => {
	const doc = fromMarkdown(`> 1. decembrī\n> un\n\n- ${ilze}\n- ${ilze} **svarīgi**\n- ${ilze} bo{**l**}d {{\\}*x*}`);
	const { text, held } = toField(doc);
	expect(fromTyped(addressed(saidBy(text).words, mentionsIn(doc)), held)).toEqual(doc);
	expect(fromTyped(saidBy(text).meant(saidBy(text).words), held)).toEqual(doc);
});
