package org.mlmath.calculus.taylor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.mlmath.expression.taylor.TaylorTerm;

/**
 * The coefficients of a polynomial: of one variable a number per order from 0 on, of several a list of powers and coefficients. Its
 * schema is in {@code META-INF/microprofile-config.properties}.
 */
public record TaylorCoefficients(@JsonValue Object list) {

    /** One term that is not 0. */
    public record PowersAndCoefficient(List<Integer> powers, double coefficient) {}

    static TaylorCoefficients of(List<TaylorTerm> terms, boolean oneVariable) {
        return new TaylorCoefficients(
                oneVariable
                        ? terms.stream().mapToDouble(TaylorTerm::value).toArray()
                        : terms.stream()
                                .map(term -> new PowersAndCoefficient(term.powers(), term.value()))
                                .toList());
    }
}
