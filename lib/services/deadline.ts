import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, Transaction } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { currentOutcome, noteUnavailable } from "@/lib/request-outcome";

/** Milliseconds that a page waits for a database that says nothing. The rest of five seconds is for saying so. */
const PATIENCE = 4_000;
// The process may have been busy itself while the answer came in. After that much more, what has come in has been read.
const GRACE = 200;
/** So many unanswered units mean that nobody need join them. They are answered first when the database speaks again. */
const MOST_UNANSWERED = 50;

const patience = new AsyncLocalStorage<number>();
const shared = globalThis as typeof globalThis & { guildhallUnanswered?: Set<symbol> };

/** For work with a statement that may honestly take longer, in milliseconds. A unit's first answer is not waited for longer. */
export function patiently<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  return patience.run(milliseconds, work);
}

/**
 * A transaction that a web request waits for with a deadline: to its first answer, from one statement to the next, and to the
 * end of its commit. The driver has none, and a database that is frozen keeps its connections open and says nothing.
 *
 * What is late is rolled back: nothing of `work` runs before the first answer, after the deadline its next statement throws,
 * and no commit is sent. Only when the commit itself stays unanswered nobody can know, and the refusal says so.
 * Scripts wait as long as it takes.
 * @throws an error with the code ETIMEDOUT, of which `databaseRefusal` makes a refusal; DomainError `unavailable` for a commit
 */
export const inTime = (database: Database) => ({
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const request = currentOutcome();
    if (!request) return database.transaction(work);
    shared.guildhallUnanswered ??= new Set();
    const unanswered = shared.guildhallUnanswered;
    if (request.silent || unanswered.size >= MOST_UNANSWERED) return Promise.reject(silence());
    return new Promise((resolve, reject) => {
      const unit = Symbol("unit");
      const deadline = new Deadline((error) => {
        request.silent = true;
        reject(error);
      });
      const transaction = database.transaction(async (tx) => {
        unanswered.delete(unit);
        deadline.extend();
        const result = await work(watched(tx, deadline));
        deadline.extend(undecided);
        return result;
      });
      unanswered.add(unit);
      transaction.then(resolve, reject).finally(() => {
        unanswered.delete(unit);
        deadline.lift();
      });
    });
  },
});

class Deadline {
  private timer: NodeJS.Timeout | undefined;
  private hasPassed = false;

  constructor(private readonly refuse: (error: Error) => void) {
    this.start(PATIENCE, silence);
  }

  /** @throws when it has passed: then whatever was about to be done is not done */
  extend(reason: () => Error = silence): void {
    if (this.hasPassed) throw silence();
    this.lift();
    this.start(patience.getStore() ?? PATIENCE, reason);
  }

  lift(): void {
    clearTimeout(this.timer);
  }

  private start(milliseconds: number, reason: () => Error): void {
    const pass = () => {
      this.hasPassed = true;
      this.refuse(reason());
    };
    this.timer = setTimeout(() => {
      this.timer = setTimeout(pass, GRACE);
    }, milliseconds - GRACE);
  }
}

/** Whoever makes the next statement has heard the answer to the last. */
function watched(tx: Transaction, deadline: Deadline): Transaction {
  return new Proxy(tx, {
    get(target, name) {
      deadline.extend();
      return Reflect.get(target, name);
    },
  });
}

const silence = () => Object.assign(new Error("The database does not answer."), { code: "ETIMEDOUT" });

function undecided(): DomainError {
  noteUnavailable();
  return new DomainError(
    "unavailable",
    "The database stopped answering at the last step, so this may be saved or not. Look before you send it again.",
  );
}
