/* Stands in the place of the ways to travel that the line does not begin with: one is fetched when needed, one never. */
export class WT {}
export class XHR {}
