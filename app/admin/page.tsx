import { redirect } from "next/navigation";
import { requireMember } from "@/lib/tenant";

/** The way in for those who type it. */
export default async function AdminPage() {
  await requireMember("admin");
  redirect("/admin/settings");
}
