export { type Archive, packArchive } from "./archive/pack";
export { readArchive } from "./archive/read";
