/** The only clock of the domain. */
export interface Clock {
	now(): Date;
}
