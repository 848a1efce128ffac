import { sql } from 'drizzle-orm';

/** The present address of a plan within its city, in a query over `plans`. */
export const slugOfPlan = sql<string>`(select slug from plan_slugs where plan_slugs.plan_id = plans.id order by since desc, slug limit 1)`;
