import { expect, test } from 'vitest';
import { asHtml } from '#lib/model/mail/html.ts';
import { email } from '#lib/model/mail/email.ts';
import { asText } from '#lib/model/mail/text.ts';

const url = 'https://desk.example.org/meetings/coimbra-2017/p/7';
const written = email({
	lang: 'lv',
	subject: 'Ilze jūs pieminēja',
	parts: [
		{ is: 'words', words: 'Sveicināti!' },
		{ is: 'heading', words: 'Koimbra', url: 'https://desk.example.org/meetings/coimbra-2017' },
		{
			is: 'quotation',
			by: 'Ilze Ozolkalne',
			words: 'Pirmā rinda.\n\nOtrā rinda, kas ir garāka par septiņdesmit divām zīmēm un tāpēc jāpārnes.',
			lang: 'lv',
			with: 'Pielikumā: plāns.pdf',
			url
		},
		{ is: 'door', words: 'Lasīt un atbildēt', url }
	],
	foot: [{ is: 'link', words: 'Turpmāk bez šādām vēstulēm', url: 'https://desk.example.org/unsubscribe/x' }]
});

test('plain text reads well: a heading, quoted lines that fit, links of their own, a foot below', () => {
	expect(asText(written)).toBe(`Ilze jūs pieminēja

Sveicināti!

Koimbra
-------
https://desk.example.org/meetings/coimbra-2017

Ilze Ozolkalne:
> Pirmā rinda.
>
> Otrā rinda, kas ir garāka par septiņdesmit divām zīmēm un tāpēc
> jāpārnes.
Pielikumā: plāns.pdf
${url}

Lasīt un atbildēt:
${url}

--${' '}
Turpmāk bez šādām vēstulēm:
https://desk.example.org/unsubscribe/x
`);
});

test('HTML says the language, fetches nothing, runs nothing, and shows markup as words', () => {
	const evil = `<script>alert(1)</script><img src=https://evil.example/x.png onerror="a"> & 'x'`;
	const html = asHtml(
		email({
			lang: 'en"><script>',
			subject: evil,
			parts: [
				{ is: 'quotation', by: evil, words: evil, lang: '"><b>', with: evil, url: 'https://desk.example.org/"onclick="' },
				{ is: 'words', words: evil }
			]
		})
	);
	expect(html).not.toMatch(/<(script|img|b|link|iframe|object)\b/i);
	expect(html).not.toMatch(/\son\w+="/);
	expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	expect(asHtml(written)).toContain('<html lang="lv">');
	expect(asHtml(email({ ...written, preview: evil }))).toContain(`font-size:1px;line-height:1px">&lt;script&gt;`);
	expect(asHtml(written)).not.toMatch(/src=|url\(|@import|@font-face/);
});
