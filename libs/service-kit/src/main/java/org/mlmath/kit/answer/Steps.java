package org.mlmath.kit.answer;

import java.util.ArrayList;
import java.util.List;

/** How much working an answer carries. */
public final class Steps {
    /** More than anybody reads. */
    public static final int MOST = 200;

    private Steps() {}

    /**
     * Holds a working to its length.
     *
     * @param steps written out, or yet to be
     * @param warnings takes {@code steps-truncated} where there are more than 200
     * @return all steps, or the first ones and the last, which has the result
     */
    public static <S> List<S> limited(List<S> steps, List<Warning> warnings) {
        if (steps.size() <= MOST) {
            return steps;
        }
        warnings.add(new Warning(
                "steps-truncated",
                "The working has %d steps; the first %d and the last are given.".formatted(steps.size(), MOST - 1),
                "/steps"));
        List<S> some = new ArrayList<>(steps.subList(0, MOST - 1));
        some.add(steps.getLast());
        return some;
    }
}
