package org.mlmath.calculus.optimization;

import java.util.function.Function;

/** What methods let one choose beside numbers: names and meanings. */
enum MethodChoice {
    CENTERED(
            "centered",
            "whether to divide by the gradient's deviation instead of its mean square",
            "true or false",
            OptimizationMethod::centered),
    LINE_SEARCH("lineSearch", "how far a step goes", "none, armijo or strong-wolfe", OptimizationMethod::lineSearch),
    VARIANT(
            "variant",
            "which β",
            "fletcher-reeves, polak-ribiere, hestenes-stiefel or dai-yuan",
            OptimizationMethod::variant),
    SELECTION("selection", "which coordinate is next", "cyclic, greedy or random", OptimizationMethod::selection),
    ADAPTIVE(
            "adaptive",
            "whether the coefficients depend on the number of variables",
            "true or false",
            OptimizationMethod::adaptive);

    private final String field;
    private final String meaning;
    private final String range;
    private final Function<OptimizationMethod, Object> given;

    MethodChoice(String field, String meaning, String range, Function<OptimizationMethod, Object> given) {
        this.field = field;
        this.meaning = meaning;
        this.range = range;
        this.given = given;
    }

    String field() {
        return field;
    }

    String meaning() {
        return meaning;
    }

    /** @return what there is to choose from, in words */
    String range() {
        return range;
    }

    /** @return the choice in a request, null where it has none */
    Object in(OptimizationMethod method) {
        return given.apply(method);
    }
}
