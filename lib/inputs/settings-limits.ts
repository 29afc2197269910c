// Apart from the schema, so that a form in the browser can name them without bringing zod along.
export const MAX_HALL_NAME = 80;
export const MAX_TAGLINE = 160;
export const MAX_CATEGORY = 40;
/** Of one's own: the one for what belongs to none is there besides. */
export const MAX_CATEGORIES = 39;
/** Of a logo as it is sent. */
export const MAX_LOGO_BYTES = 1024 * 1024;
