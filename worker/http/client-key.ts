/** Groups of an IPv6 address that one customer of a network gets: a /64. */
const CUSTOMER_GROUPS = 4;

/**
 * What a client's requests are counted under: its address, or of IPv6 the network, because a client
 * there has more addresses than could be counted.
 */
export function clientKey(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = "", tail] = (address.split("%", 1)[0] ?? "").toLowerCase().split("::");
  const start = head === "" ? [] : head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array.from({ length: zeros }, () => "0"), ...end];
  return `${groups.slice(0, CUSTOMER_GROUPS).join(":")}::/64`;
}
