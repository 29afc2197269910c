/** `1 vote`, `12 votes`. */
export const votesText = (count: number): string => (count === 1 ? "1 vote" : `${count.toLocaleString("en")} votes`);
