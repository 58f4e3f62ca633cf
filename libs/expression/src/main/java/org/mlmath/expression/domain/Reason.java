package org.mlmath.expression.domain;

/** Why a part of an expression sets a condition. */
public enum Reason {
    DIVISION("a denominator is not zero"),
    LOGARITHM("a logarithm is of a positive number, its base positive and not 1"),
    ROOT("an even root is of a number that is not negative"),
    POWER("a power is a real number"),
    POLE("the function has no value at its poles"),
    INVERSE("an inverse function takes only values of the function it inverts"),
    INTEGER("the function is one of integers"),
    BOUNDS("the bounds of a sum or product are integers"),
    BRANCH("one of the conditions holds");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** @return the rule, in words */
    public String text() {
        return text;
    }
}
