/** How many forms wait for their answer. */
export const underWay = $state({ count: 0 });
