package org.mlmath.kit.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An answer in which an undefined number also marks what is not there by design, as the gap in a graph where the function jumps:
 * its computation counts what is undefined.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GapsByDesign {}
