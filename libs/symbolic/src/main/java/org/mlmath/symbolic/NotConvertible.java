package org.mlmath.symbolic;

/** A tree says something that the other side has no words for. */
final class NotConvertible extends RuntimeException {
    NotConvertible(String what) {
        super(what, null, false, false);
    }
}
