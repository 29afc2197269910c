import type { BenchQuery } from "./corpus";

export type Measures = { hit1: number; hit10: number; mrr: number; ndcg: number };

/** hit@1, hit@10, MRR@10 and nDCG@10, each a mean over the queries. `rank` gives document ids, the best first. */
export async function measure(
  queries: BenchQuery[],
  rank: (query: string) => Promise<number[]> | number[],
): Promise<Measures> {
  const sum: Measures = { hit1: 0, hit10: 0, mrr: 0, ndcg: 0 };
  for (const { query, relevant } of queries) {
    const hits = (await rank(query)).slice(0, 10).map((id) => relevant.includes(id));
    const first = hits.indexOf(true);
    const gainAt = (place: number) => 1 / Math.log2(place + 2);
    const gain = hits.reduce((total, hit, place) => total + (hit ? gainAt(place) : 0), 0);
    const ideal = relevant.slice(0, 10).reduce((total, _, place) => total + gainAt(place), 0);
    sum.hit1 += first === 0 ? 1 : 0;
    sum.hit10 += first >= 0 ? 1 : 0;
    sum.mrr += first >= 0 ? 1 / (first + 1) : 0;
    sum.ndcg += gain / ideal;
  }
  const mean = (value: number) => value / queries.length;
  return { hit1: mean(sum.hit1), hit10: mean(sum.hit10), mrr: mean(sum.mrr), ndcg: mean(sum.ndcg) };
}

export const asRow = (name: string, { hit1, hit10, mrr, ndcg }: Measures): string =>
  `| ${name} | ${[hit1, hit10, mrr, ndcg].map((value) => value.toFixed(3)).join(" | ")} |`;
