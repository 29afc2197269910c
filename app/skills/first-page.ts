import { redirect } from "next/navigation";
import { DomainError } from "@/lib/errors";

/** A list; or, where the address continues another list, as an old bookmark may, the way to this one's first page. */
export async function listOrFirstPage<List>(list: Promise<List>, firstPage: string): Promise<List> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalid") redirect(firstPage);
    throw error;
  }
}
