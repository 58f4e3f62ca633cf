package org.mlmath.k8s;

import java.util.ArrayList;
import java.util.List;

/** What was found to be against the rules. */
final class Complaints {
    private final List<String> found = new ArrayList<>();

    void require(boolean rule, Object subject, String broken) {
        if (!rule) {
            found.add(subject + ": " + broken);
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
