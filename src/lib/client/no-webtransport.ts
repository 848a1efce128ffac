/** Stands in the place of a way to travel that the line does not use, and that would weigh more than the rest of its kind. */
export class WT {}
