package org.mlmath.kit.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type of request field, not one of the array types themselves, that can be given as an array: a sample or its summary, say. A
 * field of such a type counts as an array field, so that an npy or CSV body can stand for it. Its own reader sees the tokens that
 * JSON would have had.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsArray {
    /** Whether a data set with named columns is handed over as an object of vectors by name, rather than as a matrix. */
    boolean columnsByName() default false;
}
