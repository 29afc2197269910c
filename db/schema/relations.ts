import { relations } from "drizzle-orm";
import { auditLogs } from "./audit";
import { skillEmbeddings } from "./embeddings";
import { apiKeys } from "./keys";
import { ratings } from "./ratings";
import { skillReviews } from "./reviews";
import {
  embeddingEndpoints,
  searchPostings,
  searchQueries,
  searchSlips,
  skillRequests,
  skillRequestVotes,
} from "./search";
import { siteSettings } from "./settings";
import { accounts, sessions, verificationTokens } from "./sign-in";
import { skillDocuments, skills } from "./skills";
import { tenants } from "./tenants";
import { usageEvents } from "./usage";
import { users } from "./users";
import { skillFiles, skillVersions } from "./versions";

export const tenantRelations = relations(tenants, ({ one, many }) => ({
  settings: one(siteSettings, { fields: [tenants.id], references: [siteSettings.tenantId] }),
  users: many(users),
  sessions: many(sessions),
  skills: many(skills),
  ratings: many(ratings),
  usageEvents: many(usageEvents),
  apiKeys: many(apiKeys),
  auditLogs: many(auditLogs),
}));

export const userRelations = relations(users, ({ one, many }) => ({
  tenant: one(tenants, { fields: [users.tenantId], references: [tenants.id] }),
  accounts: many(accounts),
  sessions: many(sessions),
  skills: many(skills),
  ratings: many(ratings),
  apiKeys: many(apiKeys),
}));

export const accountRelations = relations(accounts, ({ one }) => ({
  tenant: one(tenants, { fields: [accounts.tenantId], references: [tenants.id] }),
  user: one(users, { fields: [accounts.tenantId, accounts.userId], references: [users.tenantId, users.id] }),
}));

export const sessionRelations = relations(sessions, ({ one }) => ({
  tenant: one(tenants, { fields: [sessions.tenantId], references: [tenants.id] }),
  user: one(users, { fields: [sessions.tenantId, sessions.userId], references: [users.tenantId, users.id] }),
}));

export const verificationTokenRelations = relations(verificationTokens, ({ one }) => ({
  tenant: one(tenants, { fields: [verificationTokens.tenantId], references: [tenants.id] }),
  user: one(users, {
    fields: [verificationTokens.tenantId, verificationTokens.userId],
    references: [users.tenantId, users.id],
  }),
}));

export const skillRelations = relations(skills, ({ one, many }) => ({
  tenant: one(tenants, { fields: [skills.tenantId], references: [tenants.id] }),
  author: one(users, { fields: [skills.tenantId, skills.authorId], references: [users.tenantId, users.id] }),
  document: one(skillDocuments, {
    fields: [skills.tenantId, skills.id],
    references: [skillDocuments.tenantId, skillDocuments.skillId],
  }),
  embedding: one(skillEmbeddings, {
    fields: [skills.tenantId, skills.id],
    references: [skillEmbeddings.tenantId, skillEmbeddings.skillId],
  }),
  review: one(skillReviews, {
    fields: [skills.tenantId, skills.id],
    references: [skillReviews.tenantId, skillReviews.skillId],
  }),
  versions: many(skillVersions),
  ratings: many(ratings),
  usageEvents: many(usageEvents),
}));

export const skillDocumentRelations = relations(skillDocuments, ({ one }) => ({
  tenant: one(tenants, { fields: [skillDocuments.tenantId], references: [tenants.id] }),
  skill: one(skills, {
    fields: [skillDocuments.tenantId, skillDocuments.skillId],
    references: [skills.tenantId, skills.id],
  }),
}));

export const skillVersionRelations = relations(skillVersions, ({ one, many }) => ({
  tenant: one(tenants, { fields: [skillVersions.tenantId], references: [tenants.id] }),
  skill: one(skills, {
    fields: [skillVersions.tenantId, skillVersions.skillId],
    references: [skills.tenantId, skills.id],
  }),
  author: one(users, {
    fields: [skillVersions.tenantId, skillVersions.authorId],
    references: [users.tenantId, users.id],
  }),
  files: many(skillFiles),
}));

export const skillFileRelations = relations(skillFiles, ({ one }) => ({
  tenant: one(tenants, { fields: [skillFiles.tenantId], references: [tenants.id] }),
  version: one(skillVersions, {
    fields: [skillFiles.tenantId, skillFiles.versionId],
    references: [skillVersions.tenantId, skillVersions.id],
  }),
}));

export const skillEmbeddingRelations = relations(skillEmbeddings, ({ one }) => ({
  tenant: one(tenants, { fields: [skillEmbeddings.tenantId], references: [tenants.id] }),
  skill: one(skills, {
    fields: [skillEmbeddings.tenantId, skillEmbeddings.skillId],
    references: [skills.tenantId, skills.id],
  }),
}));

export const skillReviewRelations = relations(skillReviews, ({ one }) => ({
  tenant: one(tenants, { fields: [skillReviews.tenantId], references: [tenants.id] }),
  skill: one(skills, {
    fields: [skillReviews.tenantId, skillReviews.skillId],
    references: [skills.tenantId, skills.id],
  }),
}));

export const ratingRelations = relations(ratings, ({ one }) => ({
  tenant: one(tenants, { fields: [ratings.tenantId], references: [tenants.id] }),
  skill: one(skills, { fields: [ratings.tenantId, ratings.skillId], references: [skills.tenantId, skills.id] }),
  user: one(users, { fields: [ratings.tenantId, ratings.userId], references: [users.tenantId, users.id] }),
}));

export const usageEventRelations = relations(usageEvents, ({ one }) => ({
  tenant: one(tenants, { fields: [usageEvents.tenantId], references: [tenants.id] }),
  skill: one(skills, { fields: [usageEvents.tenantId, usageEvents.skillId], references: [skills.tenantId, skills.id] }),
  user: one(users, { fields: [usageEvents.tenantId, usageEvents.userId], references: [users.tenantId, users.id] }),
}));

export const apiKeyRelations = relations(apiKeys, ({ one }) => ({
  tenant: one(tenants, { fields: [apiKeys.tenantId], references: [tenants.id] }),
  user: one(users, { fields: [apiKeys.tenantId, apiKeys.userId], references: [users.tenantId, users.id] }),
}));

export const siteSettingRelations = relations(siteSettings, ({ one }) => ({
  tenant: one(tenants, { fields: [siteSettings.tenantId], references: [tenants.id] }),
}));

export const auditLogRelations = relations(auditLogs, ({ one }) => ({
  tenant: one(tenants, { fields: [auditLogs.tenantId], references: [tenants.id] }),
}));

export const searchPostingRelations = relations(searchPostings, ({ one }) => ({
  tenant: one(tenants, { fields: [searchPostings.tenantId], references: [tenants.id] }),
}));

export const searchSlipRelations = relations(searchSlips, ({ one }) => ({
  tenant: one(tenants, { fields: [searchSlips.tenantId], references: [tenants.id] }),
}));

export const searchQueryRelations = relations(searchQueries, ({ one }) => ({
  tenant: one(tenants, { fields: [searchQueries.tenantId], references: [tenants.id] }),
}));

export const skillRequestRelations = relations(skillRequests, ({ one, many }) => ({
  tenant: one(tenants, { fields: [skillRequests.tenantId], references: [tenants.id] }),
  author: one(users, {
    fields: [skillRequests.tenantId, skillRequests.authorId],
    references: [users.tenantId, users.id],
  }),
  skill: one(skills, {
    fields: [skillRequests.tenantId, skillRequests.skillId],
    references: [skills.tenantId, skills.id],
  }),
  votes: many(skillRequestVotes),
}));

export const skillRequestVoteRelations = relations(skillRequestVotes, ({ one }) => ({
  tenant: one(tenants, { fields: [skillRequestVotes.tenantId], references: [tenants.id] }),
  request: one(skillRequests, {
    fields: [skillRequestVotes.tenantId, skillRequestVotes.requestId],
    references: [skillRequests.tenantId, skillRequests.id],
  }),
  user: one(users, {
    fields: [skillRequestVotes.tenantId, skillRequestVotes.userId],
    references: [users.tenantId, users.id],
  }),
}));

export const embeddingEndpointRelations = relations(embeddingEndpoints, ({ one }) => ({
  tenant: one(tenants, { fields: [embeddingEndpoints.tenantId], references: [tenants.id] }),
}));
