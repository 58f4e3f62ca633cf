package org.mlmath.linalg.explanation;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

/** Steps as they are found, up to the most that an answer may have; the last one always has a place. */
public final class Working {
    private static final int MOST_STEPS = 200;
    private static final int MOST_NUMBERS = 10_000;

    private final List<Step> steps = new ArrayList<>();
    private int numbers;
    private boolean full;

    /** @param size how many numbers the step's value holds */
    public void add(Step step, int size) {
        if (steps.size() + 1 >= MOST_STEPS || numbers + size > MOST_NUMBERS) {
            full = true;
        }
        if (!full) {
            steps.add(step);
            numbers += size;
        }
    }

    /** @return whether no further step is taken, short of the last */
    public boolean full() {
        return full;
    }

    /** @return all of them, ending in the one that holds the result */
    public List<Step> endingIn(Step last) {
        List<Step> all = new ArrayList<>(steps);
        all.add(last);
        return all;
    }

    public Warning truncated() {
        return new Warning(
                "steps-truncated",
                "The working is longer than %d steps or %d numbers; what is left out stands before the last step."
                        .formatted(MOST_STEPS, MOST_NUMBERS),
                "/steps");
    }

    /** @return the warning in place of a derivation that came to something else than the answer */
    public static Warning withheld() {
        return new Warning(
                "steps-withheld",
                "The derivation by hand and the stable algorithm do not agree within the error bound, so it is not shown.",
                "/explain");
    }
}
