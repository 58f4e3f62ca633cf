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
    };

    /** @return whether anybody asked: where not, points need not be made */
    boolean wanted();

    /** @param fields what is told, as it is written in JSON: an object with at least one field */
    void point(Object fields);
}
