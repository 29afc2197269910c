import { acme } from "./acme";
import { globex } from "./globex";
import type { SeedOrganisation } from "./organisation";

/** The organisations of the demo, in the order in which they are founded. */
export const organisations: SeedOrganisation[] = [acme, globex];
