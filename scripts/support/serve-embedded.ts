// The embedded database in a process of its own, for tests: prints its address, ends when its input does.
import { startEmbedded } from "../../db/embedded";

const dataDir = process.argv[2];
if (!dataDir) throw new Error("usage: serve-embedded DATA_DIR");

startEmbedded({ dataDir }).then(
  ({ url, close }) => {
    let closing = false;
    const end = async () => {
      if (closing) return;
      closing = true;
      await close();
      process.exit(0);
    };
    process.on("SIGTERM", end);
    process.stdin.on("end", end).resume();
    console.log(url);
  },
  (error) => {
    console.error(error.name === "LockedError" ? error.message : error);
    process.exit(1);
  },
);
