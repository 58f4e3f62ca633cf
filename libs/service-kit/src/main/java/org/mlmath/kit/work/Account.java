package org.mlmath.kit.work;

/** What one request holds and has cost, for work that goes on after its resource has returned. Everything is given back when the request ends. */
public interface Account {
    /** Of nobody: nothing is counted. */
    Account NONE = new Account() {
        @Override
        public void reserve(long bytes) {}

        @Override
        public void release(long bytes) {}

        @Override
        public void charge(double seconds) {}
    };

    /**
     * Takes this many bytes more.
     *
     * @throws org.mlmath.kit.problem.ProblemException overloaded or limit-exceeded, when they are not to be had
     */
    void reserve(long bytes);

    /** Gives bytes back before the request ends. */
    void release(long bytes);

    /** Adds seconds of one core that others have spent on behalf of the request. */
    void charge(double seconds);
}
