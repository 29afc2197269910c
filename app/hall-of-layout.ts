import { DomainError } from "@/lib/errors";
import { findHallRequest, type HallRequest } from "@/lib/hall-request";

/** Null where there is no hall, and while there is no database: the page inside then says what is wrong. */
export async function hallOfLayout(): Promise<HallRequest | null> {
  try {
    return await findHallRequest();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
