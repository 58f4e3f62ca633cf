package org.mlmath.linalg.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * Products, lengths and distances of vectors as one writes them down. Kinds of steps: products, lengths, difference, powers, entry,
 * multiple, and last sum, largest, root, cosine or vector.
 */
final class VectorWorking {
    private static final int MOST_ENTRIES = 20;

    private VectorWorking() {}

    static DotResult dot(DotResult answer, double[] a, double[] b) {
        double[] products =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).toArray();
        if (!readable(a, b)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        double size = Arrays.stream(products).map(Math::abs).sum();
        if (!(Math.abs(DoubleStream.of(products).sum() - answer.value()) <= 1e-13 * size)) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Working working = new Working();
        working.add(products(a, b, products), products.length);
        String angle = "";
        if (answer.cosine() != null) {
            double[] lengths = {InnerProduct.norm(a), InnerProduct.norm(b)};
            working.add(lengths(lengths), 2);
            angle = ",\\quad \\cos\\theta = \\frac{%s}{%s \\cdot %s} = %s,\\quad \\theta = %s"
                    .formatted(
                            Latex.number(answer.value()),
                            Latex.number(lengths[0]),
                            Latex.number(lengths[1]),
                            Latex.number(answer.cosine()),
                            Latex.number(answer.angleRadians()));
        }
        return answer.withSteps(working.endingIn(new Step(
                "sum",
                "Add the products",
                "The sum is the scalar product; divided by both lengths it is the cosine of the angle.",
                "a \\cdot b = %s = %s".formatted(sum(products), Latex.number(answer.value())) + angle,
                answer.value())));
    }

    static VectorNormResult norm(VectorNormResult answer, double[] x, double p) {
        if (!readable(x, x)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        Step last = length(working, "\\|x\\|", "x", x, p, answer.value());
        if (last == null) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        return answer.withSteps(working.endingIn(last));
    }

    static VectorDistanceResult distance(
            VectorDistanceResult answer, double[] a, double[] b, DistanceMetric metric, double order) {
        if (!readable(a, b)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        Step last;
        if (metric == DistanceMetric.COSINE) {
            last = cosine(working, a, b, answer.value());
        } else {
            double[] difference =
                    IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
            working.add(
                    new Step(
                            "difference",
                            "Subtract the vectors",
                            "The distance is the length of their difference.",
                            "a - b = %s - %s = %s"
                                    .formatted(Latex.vector(a), Latex.vector(b), Latex.vector(difference)),
                            difference),
                    difference.length);
            last = length(working, "d(a, b)", "d", difference, order, answer.value());
        }
        if (last == null) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        return answer.withSteps(working.endingIn(last));
    }

    private static Step cosine(Working working, double[] a, double[] b, double value) {
        double[] products =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).toArray();
        double[] lengths = {InnerProduct.norm(a), InnerProduct.norm(b)};
        double product = DoubleStream.of(products).sum();
        if (!(Math.abs(1 - product / (lengths[0] * lengths[1]) - value) <= 1e-12)) {
            return null;
        }
        working.add(products(a, b, products), products.length);
        working.add(lengths(lengths), 2);
        return new Step(
                "cosine",
                "One less the cosine",
                "The scalar product, divided by both lengths, is the cosine of the angle.",
                "1 - \\frac{%s}{%s \\cdot %s} = %s"
                        .formatted(
                                Latex.number(product),
                                Latex.number(lengths[0]),
                                Latex.number(lengths[1]),
                                Latex.number(value)),
                value);
    }

    private static Step products(double[] a, double[] b, double[] products) {
        return new Step(
                "products",
                "Multiply entry by entry",
                "Entries in the same place go together.",
                IntStream.range(0, a.length)
                        .mapToObj(i -> "%s \\cdot %s = %s"
                                .formatted(Latex.number(a[i]), Latex.factor(b[i]), Latex.number(products[i])))
                        .collect(Collectors.joining(",\\quad ")),
                products);
    }

    private static Step lengths(double[] lengths) {
        return new Step(
                "lengths",
                "Measure both vectors",
                "A length is the root of the sum of the squares.",
                "\\|a\\| = %s,\\quad \\|b\\| = %s".formatted(Latex.number(lengths[0]), Latex.number(lengths[1])),
                lengths);
    }

    /** @return the last step, or null where it comes to something else than the answer */
    private static Step length(Working working, String name, String entry, double[] x, double p, double answer) {
        double[] sizes = Arrays.stream(x).map(Math::abs).toArray();
        if (p == Double.POSITIVE_INFINITY) {
            return agreed(Arrays.stream(sizes).max().orElse(0), answer)
                    ? new Step(
                            "largest",
                            "Take the largest",
                            "Of the entries without their signs.",
                            "%s = \\max(%s) = %s".formatted(name, listed(sizes), Latex.number(answer)),
                            answer)
                    : null;
        }
        if (p == 0) {
            return new Step(
                    "sum",
                    "Count the entries that are not zero",
                    "Each counts 1.",
                    "%s = %s".formatted(name, Latex.number(answer)),
                    answer);
        }
        double[] powers = Arrays.stream(sizes).map(size -> Math.pow(size, p)).toArray();
        double sum = DoubleStream.of(powers).sum();
        if (!agreed(Math.pow(sum, 1 / p), answer)) {
            return null;
        }
        String exponent = Latex.number(p);
        working.add(
                new Step(
                        "powers",
                        p == 1 ? "Drop the signs" : p == 2 ? "Square the entries" : "Raise the entries to the power p",
                        p == 2 ? "A square has no sign." : "Signs do not count.",
                        p == 1
                                ? "|%s_i|:\\quad %s".formatted(entry, listed(powers))
                                : "|%s_i|^{%s}:\\quad %s".formatted(entry, exponent, listed(powers)),
                        powers),
                powers.length);
        if (p == 1) {
            return new Step(
                    "sum",
                    "Add them",
                    "Their sum is the norm.",
                    "%s = %s = %s".formatted(name, sum(powers), Latex.number(answer)),
                    answer);
        }
        working.add(
                new Step(
                        "sum",
                        "Add them",
                        "All of them count alike.",
                        "%s = %s".formatted(sum(powers), Latex.number(sum)),
                        sum),
                1);
        return new Step(
                "root",
                p == 2 ? "Take the square root" : "Take the root",
                "That brings the length back to the unit of the entries.",
                "%s = %s = %s"
                        .formatted(
                                name,
                                p == 2
                                        ? "\\sqrt{" + Latex.number(sum) + "}"
                                        : "\\left(%s\\right)^{1/%s}".formatted(Latex.number(sum), exponent),
                                Latex.number(answer)),
                answer);
    }

    private static boolean agreed(double derived, double answer) {
        return Math.abs(derived - answer) <= 1e-12 * answer;
    }

    static VectorResult cross(VectorResult answer, double[] a, double[] b) {
        if (!readable(a, b)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            working.add(
                    new Step(
                            "entry",
                            "Entry %d".formatted(i + 1),
                            "Cover row %d and take the determinant of the other two.".formatted(i + 1)
                                    + (i == 1 ? " In the middle the sign is turned." : ""),
                            "c_{%d} = a_{%d} b_{%d} - a_{%d} b_{%d} = %s \\cdot %s - %s \\cdot %s = %s"
                                    .formatted(
                                            i + 1,
                                            j + 1,
                                            k + 1,
                                            k + 1,
                                            j + 1,
                                            Latex.number(a[j]),
                                            Latex.factor(b[k]),
                                            Latex.factor(a[k]),
                                            Latex.factor(b[j]),
                                            Latex.number(answer.vector()[i])),
                            answer.vector()[i]),
                    1);
        }
        return answer.withSteps(working.endingIn(vector(answer, "a \\times b")));
    }

    static VectorResult combination(VectorResult answer, Matrix vectors, double[] coefficients) {
        if (!readable(vectors.values(), coefficients)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        for (int i = 0; i < coefficients.length; i++) {
            double c = coefficients[i];
            double[] multiple =
                    Arrays.stream(vectors.row(i)).map(entry -> c * entry).toArray();
            working.add(
                    new Step(
                            "multiple",
                            "%s times vector %d".formatted(Double.toString(c).replaceAll("\\.0$", ""), i + 1),
                            "Every entry is multiplied.",
                            "%s %s = %s"
                                    .formatted(Latex.number(c), Latex.vector(vectors.row(i)), Latex.vector(multiple)),
                            multiple),
                    multiple.length);
        }
        return answer.withSteps(working.endingIn(vector(answer, "\\sum_i c_i v_i")));
    }

    private static Step vector(VectorResult answer, String name) {
        return new Step(
                "vector",
                "Put the entries together",
                "What was found place by place is the vector.",
                name + " = " + Latex.vector(answer.vector()),
                answer.vector());
    }

    private static boolean readable(double[] a, double[] b) {
        return Math.max(a.length, b.length) <= MOST_ENTRIES
                && Latex.readable(Matrix.column(a))
                && Latex.readable(Matrix.column(b));
    }

    private static String listed(double[] values) {
        return Arrays.stream(values).mapToObj(Latex::number).collect(Collectors.joining(",\\ "));
    }

    private static String sum(double[] terms) {
        List<String> texts = Arrays.stream(terms).mapToObj(Latex::number).toList();
        return Latex.sum(texts);
    }
}
