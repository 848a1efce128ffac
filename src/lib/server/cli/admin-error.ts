/** What the administrator asked for cannot be done; the message says why. */
export class AdminError extends Error {
	override name = 'AdminError';
}
