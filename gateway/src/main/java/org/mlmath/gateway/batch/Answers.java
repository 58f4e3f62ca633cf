package org.mlmath.gateway.batch;

import org.mlmath.kit.problem.ProblemException;

/** Where the answers to the requests of a batch go. */
interface Answers {
    /**
     * Makes room for bytes that come.
     *
     * @throws ProblemException where there is none
     */
    void take(long bytes);

    /** Gives back the room of an answer that did not come whole. */
    void drop(long bytes);

    /** @return why no more are to be asked for, or null while there is room */
    ProblemException full();

    /** One request has been answered, with so many bytes of what was taken. */
    void add(int index, BatchResult.Answer answer, long bytes);

    /** @return whether more can be taken in; if not, {@code later} runs when it can, on any thread */
    boolean isReady(Runnable later);
}
