/** Shown where nothing can be fetched, so it is complete without a program; the worker fills in what can be read. */
export const csr = false;
