import "next-auth/jwt";

declare module "next-auth/jwt" {
  interface JWT {
    tid?: string;
    sid?: string;
  }
}

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
}
