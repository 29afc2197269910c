import { parseSearchReport, REPORT_LISTS } from "@/lib/inputs/search-report";
import { askForSkill } from "@/lib/services/request-ask";
import { closeRequest, listAnswerable } from "@/lib/services/request-close";
import { unvoteRequest, voteForRequest } from "@/lib/services/request-votes";
import { findRequest, listRequests } from "@/lib/services/requests";
import { logSearch, recordClick } from "@/lib/services/search-log";
import { findSearchReport } from "@/lib/services/search-report";
import type { Visit } from "./visit";
import { SHARED, WANTED_BY_ALL, type World } from "./worlds";

const open = (me: World, cursor: string | null = null) =>
  listRequests(me.reader, { state: "open", viewerId: me.reader.member.id, cursor });

/** What people look for and ask for. In this order: a request is closed last. */
export const WANTED_VISITS: Record<string, Visit> = {
  logSearch: {
    own: async (me) => [
      me.mark,
      await logSearch(me.reader, { query: `${me.mark} sought`, results: 1, isClose: true }),
      await logSearch(me.reader, { query: "sought by all", results: 1, isClose: true }),
    ],
  },
  recordClick: {
    own: async (me) => (await recordClick(me.reader, { id: me.searchId, place: 1 })) && me.mark,
    foreign: async (me, them) => (await recordClick(me.reader, { id: them.searchId, place: 1 })) || null,
  },
  findSearchReport: {
    own: async (me) => {
      const reports = [];
      for (const list of REPORT_LISTS) reports.push(await findSearchReport(me.admin, parseSearchReport({ list })));
      return reports;
    },
  },
  listRequests: {
    own: (me) => open(me),
    foreign: async (me, them) => (await open(me)).requests.filter(({ id }) => id === them.requestId),
  },
  findRequest: {
    own: (me) => findRequest(me.reader, { id: me.requestId, viewerId: me.reader.member.id }),
    foreign: (me, them) => findRequest(me.reader, { id: them.requestId, viewerId: them.author.member.id }),
  },
  listAnswerable: {
    own: (me) => listAnswerable(me.admin, { slug: SHARED }),
    foreign: (me, them) => listAnswerable(me.admin, { slug: them.only }),
  },
  askForSkill: {
    // Every hall has a request of this title; it is one's own that is joined.
    own: async (me) => (await askForSkill(me.reader, { title: WANTED_BY_ALL, detail: me.mark })).joined && me.mark,
  },
  voteForRequest: {
    own: (me) => voteForRequest(me.reader, { id: me.requestId }),
    foreign: (me, them) => voteForRequest(me.reader, { id: them.requestId }),
  },
  unvoteRequest: {
    own: (me) => unvoteRequest(me.reader, { id: me.requestId }),
    foreign: (me, them) => unvoteRequest({ ...me.reader, member: them.author.member }, { id: them.requestId }),
  },
  closeRequest: {
    own: (me) => closeRequest(me.author, { id: me.requestId, skill: SHARED }),
    foreign: async (me, them) => {
      await closeRequest(me.admin, { id: me.requestId, skill: them.only }).catch((error) => {
        if (error.code !== "not_found") throw error;
      });
      return closeRequest(me.admin, { id: them.requestId, skill: null });
    },
  },
};
