/*
 * Stands in the place of what the line does not begin with: of the ways to travel one is fetched when needed, one never.
 * Addresses are not taken apart, because none is given: the line goes where the page came from.
 */
export class WT {}
export class XHR {}
export const parse = (): object => ({});
