/** A mail as the demo's mailbox shows it. */
export interface KeptEmail {
	id: string;
	to: string;
	subject: string;
	text: string;
	html: string;
	lang: string;
	at: string;
}

export interface MailPiece {
	text: string;
	/** Where the piece leads on this very site; null for words. */
	path: string | null;
}

/** The text in pieces, so that addresses of this site can be followed and no others. */
export function withPaths(text: string, home: string): MailPiece[] {
	return text.split(/(https?:\/\/\S+)/).map((piece) => {
		const path = piece.startsWith(`${home}/`) ? piece.slice(home.length) : null;
		return { text: piece, path: path && !path.startsWith('//') ? path : null };
	});
}

/** The email's HTML for a frame in which nothing runs: without the sheet, which our own pages forbid, its links opening in the window. */
export function shown(html: string): string {
	return html.replace(/<style>[^]*?<\/style>/, '<base target="_top">');
}
