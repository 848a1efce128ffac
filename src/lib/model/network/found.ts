/** What is told of something of the network that was found. */
export interface NetworkFound {
	city: { city: string; country: string };
}

declare module '../search/results.ts' {
	interface FoundByKind extends NetworkFound {}
}
