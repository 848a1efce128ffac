/** Which message files the browser fetches for what: made by the build (`scripts/vite/messages-spoken.mjs`). */
declare module 'virtual:spoken' {
	const spoken: string;
	export default spoken;
}
