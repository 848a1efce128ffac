/** What is told of something of the network that was found. */
export interface NetworkFound {
	city: { city: string; country: string };
}
