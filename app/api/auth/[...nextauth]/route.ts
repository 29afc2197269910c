import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth";
import { requireTenant } from "@/lib/tenant";

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const { ctx } = await requireTenant();
  return NextAuth(request, context, authOptions(ctx));
}

export { answer as GET, answer as POST };
