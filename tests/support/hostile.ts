/** Texts that break careless pages and databases, each with words by which it can be found again. */
export const hostile: { name: string; text: string; words: string }[] = [
	{ name: 'one word of 300 letters', text: `Ilgtspēja ${'Ļ'.repeat(300)}`, words: 'Ilgtspēja' },
	{ name: 'an address of 300 letters', text: `Look https://example.org/${'a'.repeat(270)}`, words: 'Look https' },
	{ name: 'control characters', text: 'Bell\u0007 null\u0000 escape\u001b[31m form\u000cfeed', words: 'Bell' },
	{ name: 'a right-to-left override', text: 'Name \u202eexe.tropeR\u202c and on \u2066left\u2069', words: 'and on' },
	{ name: 'stacked diacritics', text: `Z${'\u0321\u0323\u0337\u0334\u0300\u0301\u0302'.repeat(30)}algo rises`, words: 'algo rises' },
	{ name: 'emoji of every kind', text: 'Family 👩‍👩‍👧‍👦 flag 🇱🇻 tone 👍🏽 key 1️⃣ heart ❤️ tag 🏴󠁧󠁢󠁷󠁬󠁳󠁿', words: 'Family' },
	{ name: 'halves of characters', text: 'Half \ud83d and \udc69 alone', words: 'Half' },
	{ name: 'markup', text: 'Script <script>document.title="broken"</script> <img src=x onerror=alert(1)>', words: 'Script' },
	{ name: 'a dangerous link', text: 'Press [here](javascript:document.title="broken") please', words: 'please' },
	{ name: 'deep quotation', text: `${'> '.repeat(60)}Deep down`, words: 'Deep down' },
	{ name: 'invisible characters only around', text: '\u200b\u2060Hardly visible\ufeff\u00ad', words: 'Hardly visible' },
	{ name: 'SQL', text: `Robert'); drop table posts; --`, words: 'drop table' }
];

export const novel = 'It was a bright cold day, and the young people left. '.repeat(370).slice(0, 19_990);
