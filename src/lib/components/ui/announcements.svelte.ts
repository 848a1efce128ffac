let said = $state({ text: '', odd: false });

/** Says `text` politely to those who listen to the page instead of looking at it. */
export function announce(text: string): void {
	said = { text, odd: !said.odd };
}

/** What was said last; the same words twice still differ, so that they are read twice. */
export function lastAnnouncement(): string {
	return said.odd ? `${said.text}\u00a0` : said.text;
}
