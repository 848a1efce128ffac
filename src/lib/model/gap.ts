/** A gap: an event came whose predecessors are not here yet; they must be fetched first. */
export class Gap extends Error {
	override name = 'Gap';
}
