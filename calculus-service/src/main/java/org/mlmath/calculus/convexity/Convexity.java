package org.mlmath.calculus.convexity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.convexity.ConvexityResult.ConvexityCounterexample;
import org.mlmath.calculus.convexity.ConvexityResult.ConvexityDiagnostics;
import org.mlmath.calculus.convexity.ConvexityResult.ConvexityEvidence;
import org.mlmath.calculus.convexity.ConvexityResult.ConvexityEvidence.EvidenceKind;
import org.mlmath.calculus.convexity.ConvexityResult.PredictedRates;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/**
 * Whether f is convex on a box: f((a + b)/2) ≤ (f(a) + f(b))/2 for all a and b in it.
 *
 * <p>Shown by rules of composition ({@link Composition}), by enclosures of the Hessian ({@link Curvatures}) or refuted by a chord
 * ({@link Chords}); where all three fail the verdict is null. The constants are proven bounds, the rates those of Nesterov,
 * <i>Lectures on Convex Optimization</i>, 2nd ed., §2.1 and §2.2, and Polyak (1964) for momentum.
 */
public final class Convexity {
    private static final int MOST_VARIABLES = 20;

    /** Relative to the largest eigenvalue of a constant Hessian: what rounding may have made of 0. */
    private static final double ROUNDING = 1e-13;

    private Convexity() {}

    /** @throws MathException at the field of the request that is wrong */
    static ConvexityResult of(ConvexityRequest request, Deadline deadline) {
        Variables given = Variables.of(request.expression(), request.variables());
        List<String> names = given.names();
        if (names.isEmpty()) {
            throw new InvalidParameterException("The expression has no variables.").at("/expression");
        }
        if (names.size() > MOST_VARIABLES) {
            throw new LimitExceededException("The expression has %d variables; convexity is examined of at most %d."
                            .formatted(names.size(), MOST_VARIABLES))
                    .at("/expression");
        }
        Interval[] region = region(names, request.region());
        Definedness defined = new Definedness(given.expression(), names, region);
        QuadraticForm quadratic = QuadraticForm.of(given.expression());
        Shape constant = quadratic == null ? ConstantHessian.shape(given.expression(), deadline) : quadratic.shape();
        boolean decided = quadratic != null || constant != Shape.UNKNOWN;
        Shape shape = decided
                ? constant
                : new Composition(names, defined.region, defined.notNegative, true, deadline).of(given.expression());
        Curvatures curvatures = null;
        try {
            curvatures = new Curvatures(given.expression(), names, defined.region, deadline);
        } catch (DomainException | LimitExceededException e) {
            // No derivatives: rules and chords remain.
        }
        double size = curvatures == null ? 0 : Math.max(Math.abs(curvatures.least), Math.abs(curvatures.most));
        boolean byHessian = curvatures != null && curvatures.least >= 0;
        boolean proven = shape.convex() || byHessian;
        ConvexityCounterexample counterexample = proven
                ? null
                : new Chords(
                                given.expression(),
                                names,
                                defined.region,
                                curvatures == null ? List.of() : curvatures.suspects,
                                deadline)
                        .find();
        Boolean convex = proven ? Boolean.TRUE : counterexample != null ? Boolean.FALSE : null;
        ConvexityEvidence evidence = evidence(shape, decided, byHessian, curvatures, counterexample);
        Double lipschitz = curvatures != null && size <= Double.MAX_VALUE ? size : null;
        Double strong = proven && curvatures != null && curvatures.least > ROUNDING * size ? curvatures.least : null;
        List<Warning> warnings = new ArrayList<>();
        if (convex == null) {
            warnings.add(new Warning(
                    "undecided", "Neither a proof nor a counterexample was found. Try a smaller region.", "/convex"));
        }
        PredictedRates rates = lipschitz == null || strong == null ? null : rates(lipschitz / strong);
        List<Step> steps = Boolean.TRUE.equals(request.explain())
                ? steps(given.expression(), curvatures, evidence, convex, counterexample)
                : null;
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "domain", "convex on the part of the region where the expression has a value, which then is convex");
        conventions.put("constants", "proven bounds: lipschitz is not too small, strongConvexity not too large");
        return new ConvexityResult(
                convex,
                evidence,
                counterexample,
                lipschitz,
                strong,
                lipschitz == null || lipschitz == 0 || convex != Boolean.TRUE ? null : 2 / lipschitz,
                rates,
                names,
                new ConvexityDiagnostics(
                        curvatures == null ? 0 : curvatures.boxes, curvatures != null && curvatures.constant),
                conventions,
                warnings,
                steps);
    }

    private static Interval[] region(List<String> names, Map<String, Bounds> bounds) {
        Map<String, Interval> sides = new HashMap<>();
        if (bounds != null) {
            bounds.forEach((name, side) -> {
                String pointer = "/region/" + name.replace("~", "~0").replace("/", "~1");
                String known = Variables.name(name, pointer);
                if (!names.contains(known)) {
                    throw new InvalidParameterException("The expression has no variable %s.".formatted(name))
                            .at(pointer);
                }
                sides.put(known, new Interval(side.lower(), side.upper()));
            });
        }
        return names.stream()
                .map(name -> sides.getOrDefault(name, Interval.ENTIRE))
                .toArray(Interval[]::new);
    }

    private static ConvexityEvidence evidence(
            Shape shape,
            boolean quadratic,
            boolean byHessian,
            Curvatures curvatures,
            ConvexityCounterexample counterexample) {
        if (quadratic && shape.convex()) {
            return new ConvexityEvidence(
                    EvidenceKind.HESSIAN,
                    shape.affine()
                            ? "The Hessian is 0: every chord lies on the graph."
                            : "The Hessian is constant, and elimination in exact arithmetic finds no negative pivot.");
        }
        if (shape.convex()) {
            return new ConvexityEvidence(
                    EvidenceKind.COMPOSITION,
                    "It is put together from convex functions by rules that keep convexity: sums, positive factors, rising convex functions of convex ones, perspectives; what depends on one direction only has a slope that never falls.");
        }
        if (byHessian) {
            return new ConvexityEvidence(
                    EvidenceKind.HESSIAN,
                    "On the whole region no eigenvalue of the Hessian is below %.6g.".formatted(curvatures.least));
        }
        if (counterexample != null && Double.isNaN(counterexample.valueMidpoint())) {
            return new ConvexityEvidence(
                    EvidenceKind.COUNTEREXAMPLE,
                    "The expression has values at the two points and none at their midpoint: its domain is not convex.");
        }
        if (counterexample != null) {
            return new ConvexityEvidence(
                    EvidenceKind.COUNTEREXAMPLE,
                    "At the midpoint of the two points the value %.6g is above the mean %.6g of their values."
                            .formatted(counterexample.valueMidpoint(), counterexample.mean()));
        }
        return new ConvexityEvidence(EvidenceKind.NONE, "Neither a proof nor a counterexample was found.");
    }

    private static PredictedRates rates(double kappa) {
        double root = Math.sqrt(kappa);
        return new PredictedRates(
                (kappa - 1) / (kappa + 1), (root - 1) / (root + 1), Math.sqrt(Math.max(0, 1 - 1 / root)));
    }

    private static List<Step> steps(
            Expression expression,
            Curvatures curvatures,
            ConvexityEvidence evidence,
            Boolean convex,
            ConvexityCounterexample counterexample) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "definition",
                "What convex means",
                "Every chord of the graph lies on it or above.",
                "f\\left(\\tfrac{a + b}{2}\\right) \\le \\tfrac{f(a) + f(b)}{2}, \\quad f = "
                        + Expressions.latex(expression),
                null));
        if (curvatures != null && !Double.isNaN(curvatures.least) && !Double.isNaN(curvatures.most)) {
            steps.add(new Step(
                    "curvature",
                    "The Hessian",
                    "Where it exists everywhere, f is convex where none of its eigenvalues is negative.",
                    "%s \\le \\lambda\\left(\\nabla^2 f\\right) \\le %s"
                            .formatted(Latex.number(curvatures.least), Latex.number(curvatures.most)),
                    new double[] {curvatures.least, curvatures.most}));
        }
        steps.add(new Step(
                "verdict",
                convex == null ? "Undecided" : convex ? "Convex" : "Not convex",
                evidence.detail(),
                counterexample == null
                        ? (convex == null ? "?" : "f \\text{ is convex}")
                        : "a = %s, \\quad b = %s"
                                .formatted(Arrays.toString(counterexample.a()), Arrays.toString(counterexample.b())),
                convex));
        return steps;
    }
}
