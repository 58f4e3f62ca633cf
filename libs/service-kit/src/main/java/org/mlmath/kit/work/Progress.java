package org.mlmath.kit.work;

/** Where work tells how it goes on, for callers who asked to see it while it does. */
public interface Progress {
    /** Nobody asked. */
    Progress NONE = new Progress() {
        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public void point(Object fields) {}

        @Override
        public void flush() {}

        @Override
        public boolean isTaken(Runnable later) {
            return true;
        }
    };

    /** @return whether anybody asked: where not, points need not be made */
    boolean wanted();

    /** @param fields what is told, as it is written in JSON: an object with at least one field */
    void point(Object fields);

    /** Sends what has been told and was held back to be sent with more. */
    void flush();

    /**
     * @param later run when that is so, on any thread and perhaps more than once; of several only the last
     * @return whether the caller has taken most of what was sent
     */
    boolean isTaken(Runnable later);
}
