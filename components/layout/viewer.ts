/** The person before the screen, as the header shows them. */
export type Viewer = { name: string; email: string; role: string };

/** The organisation whose hall this is, as the header and footer show it. */
export type Organisation = { name: string; logoUrl: string | null; tagline: string | null };
