package org.mlmath.gateway.batch;

import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.kit.work.Delegating;

/** A batch as it came. */
public record BatchEnvelope(byte[] json) implements Costed, Delegating {
    /** Seconds to find the parts of a byte of JSON. */
    private static final double READING = 3e-9;

    @Override
    public Cost cost() {
        return new Cost(READING * json.length, 2L * json.length);
    }
}
