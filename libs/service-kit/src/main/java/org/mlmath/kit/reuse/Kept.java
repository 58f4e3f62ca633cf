package org.mlmath.kit.reuse;

import org.mlmath.kit.coding.Representation;
import org.mlmath.kit.problem.Problem;

/** What a request was answered with, to be given to others who ask the same. */
public sealed interface Kept {
    /** About the bytes that it holds. */
    int bytes();

    /** A result, as it was written. */
    record Answer(Representation representation) implements Kept {
        @Override
        public int bytes() {
            return representation.bytes();
        }
    }

    /** A failure of the mathematics. Who gets it again gets it under an id of their own. */
    record Refusal(Problem problem) implements Kept {
        @Override
        public int bytes() {
            return 1_000 + 2 * problem.detail().length();
        }
    }
}
