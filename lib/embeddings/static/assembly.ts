// WebAssembly put together byte by byte: what needs its four-wide arithmetic needs no compiler to be installed.

/** The kinds of value, as they are written. */
export const [I32, F32, F64, V128] = [0x7f, 0x7d, 0x7c, 0x7b] as const;

/** A function: the kinds of its parameters, results and locals, and its instructions. */
export type Code = { parameters: number[]; results: number[]; locals: number[]; code: number[] };

/** A number in LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 127) | 128);
  }
}

/** A number as the signed LEB128 that constants are written in. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const low = rest & 127;
    const isLast = (rest >> 7 === 0 && !(low & 64)) || (rest >> 7 === -1 && (low & 64) !== 0);
    if (isLast) return [...bytes, low];
    bytes.push(low | 128);
  }
}

const sized = (bytes: number[]): number[] => [...leb(bytes.length), ...bytes];
const list = (entries: number[][]): number[] => [...leb(entries.length), ...entries.flat()];
const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)];
const named = (name: string): number[] => sized([...new TextEncoder().encode(name)]);

export const get = (local: number): number[] => [0x20, ...leb(local)];
export const set = (local: number): number[] => [0x21, ...leb(local)];
export const simd = (code: number): number[] => [0xfd, ...leb(code)];
export const loadLanes = (address: number, offset: number): number[] => [
  ...[...get(address), ...simd(0x00), 4],
  ...leb(offset),
];
export const storeLanes = (offset: number): number[] => [...simd(0x0b), 4, ...leb(offset)];
export const advance = (local: number, by: number): number[] => [
  ...[...get(local), 0x41],
  ...[...signed(by), 0x6a, ...set(local)],
];

/** Repeats while the counter, in a local, counts down to nothing; it has to start above it. */
export const countDown = (counter: number, body: number[]): number[] => [
  ...[0x03, 0x40, ...body],
  ...[...get(counter), 0x41, ...signed(-1), 0x6a, 0x22, ...leb(counter), 0x0d, 0x00, 0x0b],
];

/** The functions, by their names, over a memory; `limits` are the memory's, as it was made with. */
export function assembled(
  functions: Record<string, Code>,
  memory: WebAssembly.Memory,
  limits: number[],
): WebAssembly.Exports {
  const all = Object.entries(functions);
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(all.map(([, each]) => [0x60, ...sized(each.parameters), ...sized(each.results)]))),
    ...section(2, list([[...named("m"), ...named("m"), 0x02, ...limits]])),
    ...section(3, list(all.map((_, index) => leb(index)))),
    ...section(7, list(all.map(([name], index) => [...named(name), 0x00, ...leb(index)]))),
    ...section(
      10,
      list(all.map(([, { locals, code }]) => sized([...list(locals.map((type) => [1, type])), ...code, 0x0b]))),
    ),
  ];
  return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), { m: { m: memory } }).exports;
}
