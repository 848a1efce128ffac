/** Which message files the browser fetches for what: made by the build (`scripts/vite/messages-spoken.mjs`). */
declare module 'virtual:spoken' {
	const spoken: string;
	export default spoken;
}

/** The messages of one file in one locale, as the browser fetches them (`scripts/vite/message-pieces.mjs`). */
declare module 'virtual:message-pieces' {
	export function fetchPiece(locale: string, name: string): Promise<object>;
}
