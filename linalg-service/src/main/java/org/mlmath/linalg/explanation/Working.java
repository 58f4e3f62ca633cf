package org.mlmath.linalg.explanation;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

/** Steps as they are found, up to the most that an answer may have; the last one always has a place. */
public final class Working {
    private static final int MOST_STEPS = 200;
    private static final int MOST_NUMBERS = 10_000;

    private static final double AGREEMENT = 1e-8;

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

    /** @return whether what was derived by hand is the answer, up to the rounding of a derivation: 1e-8 of the largest number */
    public static boolean agree(double[] derived, double[] answer) {
        double largest = 0;
        for (double value : answer) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < answer.length; i++) {
            if (!(Math.abs(derived[i] - answer[i]) <= AGREEMENT * largest)) {
                return false;
            }
        }
        return derived.length == answer.length;
    }

    /** @return the warning in place of a derivation that came to something else than the answer */
    public static Warning withheld() {
        return new Warning(
                "steps-withheld",
                "The derivation by hand and the stable algorithm do not agree within the error bound, so it is not shown.",
                "/explain");
    }
}
