package org.mlmath.expression.integrate;

import org.mlmath.expression.Expression;

/** A way to integrate some kinds of integrands. */
interface Method {
    /** @return an antiderivative, its steps written down; null where this is not the way, and no step is left behind then */
    Expression apply(Attempt attempt);
}
