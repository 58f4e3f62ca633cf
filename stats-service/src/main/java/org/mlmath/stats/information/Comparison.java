package org.mlmath.stats.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.information.DiscreteInformation;
import org.mlmath.numerics.information.DistributionDivergence;
import org.mlmath.numerics.integration.Quadrature;

/** Two distributions compared: both lists over the same outcomes, or both by name. */
final class Comparison {
    private static final double ROUNDING = 1e-15;

    private final double[] p;
    private final double[] q;
    private final Distribution pNamed;
    private final Distribution qNamed;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private Comparison(double[] p, double[] q, Distribution pNamed, Distribution qNamed, Deadline deadline) {
        this.p = p;
        this.q = q;
        this.pNamed = pNamed;
        this.qNamed = qNamed;
        this.deadline = deadline;
    }

    static Cost cost(Outcomes p, Outcomes q) {
        long size = (p == null ? 0 : p.size()) + (q == null ? 0 : q.size());
        boolean named = p != null && p.distribution() != null;
        return new Cost((named ? 2e-3 : 1e-5) + size * 5e-7, 16_384 + 96 * size);
    }

    static Comparison of(ComparisonRequest request, Deadline deadline) {
        Outcomes p = request.p();
        Outcomes q = request.q();
        OutcomeKind kind = request.kind();
        boolean named = p.distribution() != null;
        if (named != (q.distribution() != null)) {
            throw new InvalidParameterException("p and q are both lists, or both distributions by name.").at("/q");
        }
        if (named) {
            Distribution first = p.distribution().distribution("/p");
            Distribution second = q.distribution().distribution("/q");
            if (first.support().discrete() != second.support().discrete()) {
                throw new InvalidParameterException("A discrete and a continuous distribution have no divergence.")
                        .at("/q");
            }
            return new Comparison(null, null, first, second, deadline);
        }
        if (p.labels() != null || q.labels() != null || kind == OutcomeKind.SAMPLES) {
            Probabilities[] both = Probabilities.paired(Probabilities.labels(p, "/p"), Probabilities.labels(q, "/q"));
            return new Comparison(both[0].values(), both[1].values(), null, null, deadline);
        }
        double[] first = Probabilities.of(p, kind, "/p").values();
        double[] second = Probabilities.of(q, kind, "/q").values();
        if (first.length != second.length) {
            throw new DimensionMismatchException("p has %d outcomes, q has %d.".formatted(first.length, second.length))
                    .at("/q");
        }
        return new Comparison(first, second, null, null, deadline);
    }

    CrossEntropyResult crossEntropy(ComparisonRequest request) {
        LogarithmBase base = LogarithmBase.of(request.base());
        double entropy = pNamed == null
                ? DiscreteInformation.entropy(p)
                : pNamed.moments().entropy();
        Quadrature divergence = divergence();
        warn(divergence.value(), request.explain());
        return new CrossEntropyResult(
                base.of(entropy + divergence.value()),
                base.of(entropy),
                base.of(divergence.value()),
                base.unit(),
                diagnostics(divergence, base),
                Map.of("order", "H(p, q) = -Σ p log q: p is what happens, q what was expected"),
                warnings);
    }

    DivergenceResult kullbackLeibler(ComparisonRequest request) {
        LogarithmBase base = LogarithmBase.of(request.base());
        Quadrature divergence = divergence();
        warn(divergence.value(), request.explain());
        return new DivergenceResult(
                base.of(divergence.value()),
                null,
                p == null ? null : terms(p, q, base, 1),
                base.unit(),
                diagnostics(divergence, base),
                Map.of("order", "D(p‖q) = Σ p log(p/q), as scipy.stats.entropy(p, q); it is not symmetric"),
                warnings);
    }

    DivergenceResult jensenShannon(ComparisonRequest request) {
        LogarithmBase base = LogarithmBase.of(request.base());
        Quadrature divergence;
        double[] terms = null;
        if (p == null) {
            Quadrature first = new DistributionDivergence(pNamed, deadline).fromMeanWith(qNamed);
            Quadrature second = new DistributionDivergence(qNamed, deadline).fromMeanWith(pNamed);
            Quadrature both = first.plus(second);
            divergence =
                    new Quadrature(both.value() / 2, both.errorEstimate() / 2, both.modulus() / 2, both.evaluations());
        } else {
            double value = DiscreteInformation.jensenShannon(p, q);
            divergence = new Quadrature(value, ROUNDING * value, value, p.length);
            double[] mean = new double[p.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = 0.5 * p[i] + 0.5 * q[i];
            }
            terms = terms(p, mean, base, 0.5);
            double[] others = terms(q, mean, base, 0.5);
            for (int i = 0; i < terms.length; i++) {
                terms[i] += others[i];
            }
        }
        double value = Math.max(0, base.of(divergence.value()));
        warn(value, request.explain());
        return new DivergenceResult(
                value,
                Math.sqrt(value),
                terms,
                base.unit(),
                diagnostics(divergence, base),
                Map.of(
                        "value",
                        "the divergence; scipy.spatial.distance.jensenshannon gives its square root, here distance"),
                warnings);
    }

    private Quadrature divergence() {
        if (p == null) {
            return named();
        }
        double value = DiscreteInformation.divergence(p, q);
        return new Quadrature(value, ROUNDING * value, value, p.length);
    }

    private Quadrature named() {
        try {
            return new DistributionDivergence(pNamed, deadline).from(qNamed);
        } catch (MathException e) {
            throw e.at("/p");
        }
    }

    private static double[] terms(double[] p, double[] q, LogarithmBase base, double factor) {
        double[] terms = new double[p.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = factor * base.of(DiscreteInformation.excess(p[i], q[i]));
        }
        return terms;
    }

    private void warn(double value, boolean explain) {
        if (Double.isInfinite(value)) {
            warnings.add(new Warning(
                    "infinite-divergence",
                    "p gives probability to something that q rules out, so that the divergence is infinite.",
                    "/value"));
        }
        if (explain) {
            warnings.add(Warning.noSteps());
        }
    }

    private InformationDiagnostics diagnostics(Quadrature found, LogarithmBase base) {
        String method = p != null || pNamed.support().discrete() ? "sum" : "quadrature";
        return new InformationDiagnostics(method, base.of(found.errorEstimate()));
    }
}
