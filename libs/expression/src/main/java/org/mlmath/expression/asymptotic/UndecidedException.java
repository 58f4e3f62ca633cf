package org.mlmath.expression.asymptotic;

/** Ends the search for a limit: a number may be 0 or not, a function oscillates, a series would be too long. */
final class UndecidedException extends RuntimeException {
    UndecidedException(String why) {
        super(why, null, false, false);
    }
}
