/** What forms of the page wait for: how many of them, and whether the last one did not get through. */
export const underWay = $state({ count: 0, failed: false });
