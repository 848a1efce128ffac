/** A figure that the server tells of itself; 0 while it has nothing to tell. */
export async function metric(url: string, series: string): Promise<number> {
	const text = await (await fetch(`${url}/metrics`)).text();
	const line = text.split('\n').find((one) => one.startsWith(`${series} `));
	return Number(line?.slice(series.length + 1) ?? 0);
}
