export const port = Number(process.env.E2E_PORT ?? 3199);

/** An organisation's address as a browser of the journeys reaches it. */
export const hall = (slug: string): string => `http://${slug}.localhost:${port}`;
