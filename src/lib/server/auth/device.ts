const browsers: [RegExp, string][] = [
	[/\bEdg(e|A|iOS)?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/(Firefox|FxiOS)\//, 'Firefox'],
	[/(Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const systems: [RegExp, string][] = [
	[/\bAndroid\b/, 'Android'],
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux']
];

/** A browser in the words by which its owner knows it, such as "Firefox, Windows"; empty when it does not say. */
export function deviceOf(userAgent: string | null): string {
	const said = (userAgent ?? '').slice(0, 500);
	return [browsers, systems]
		.map((known) => known.find(([sign]) => sign.test(said))?.[1])
		.filter((name) => name !== undefined)
		.join(', ');
}
