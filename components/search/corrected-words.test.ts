import { expect, test } from "vitest";
import { correctedWords } from "./corrected-words";

test("each mistyped word is put right where it stands, and nothing else", () => {
  const corrections = [
    { typed: "reveiw", meant: "review" },
    { typed: "cod", meant: "code" },
  ];
  expect(correctedWords("Cod  reveiw of a codfish", corrections)).toBe("code  review of a codfish");
  expect(correctedWords("(reveiw)", corrections)).toBe("(review)");
  expect(correctedWords("$& reveiw", [{ typed: "reveiw", meant: "$&" }])).toBe("$& $&");
  expect(correctedWords("as it is", [])).toBe("as it is");
});
