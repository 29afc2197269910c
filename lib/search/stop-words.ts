const WORDS = `a about am an and any are as at be been being but by can could did do does doing for from get gets had has have having
he her here hers him his how i if in into is it its just let lets me more most my no nor not of off on once only or other our ours out over own
please same she should so some such than that the their theirs them then there these they this those through to too under until up us use
used using very want wants was we were what when where which while who whom whose why will with would you your yours im ive id dont
doesnt need needs help helps like make makes able something anything thing things way also`;

/** Words that say nothing of what is sought, as long as there are others. */
export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/));
