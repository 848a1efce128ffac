import { isIPv6 } from 'node:net';

/**
 * Where an address is counted: one of IPv4 by itself, one of IPv6 by its /64, because a household or a phone has all of that.
 * Some proxies write the port behind it.
 */
export function countedPlace(address: string): string {
	const [ip = ''] = (/^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1')).split('%');
	if (!isIPv6(ip)) return ip;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
	return mapped ?? `${groupsOfAddress(ip).slice(0, 4).join(':')}::/64`;
}

/** The eight numbers of the address, whatever way it is written. */
function groupsOfAddress(ip: string): string[] {
	const written = new URL(`http://[${ip}]`).hostname.slice(1, -1);
	const [before = [], after = []] = written.split('::').map((half) => half.split(':').filter(Boolean));
	const left = Array.from({ length: 8 - before.length - after.length }, () => '0');
	return [...before, ...left, ...after];
}
