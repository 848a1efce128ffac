import postgres from 'postgres';

/** The pool of a bare server, as many connections as the product's. */
export const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => {} });
export const port = Number(process.env.PORT);
export const backlog = 4096;
