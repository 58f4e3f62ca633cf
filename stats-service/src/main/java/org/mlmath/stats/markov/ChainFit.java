package org.mlmath.stats.markov;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;
import org.mlmath.stats.proportion.ProportionBounds;

/** Estimates a chain from how often each state follows each. */
final class ChainFit {
    private ChainFit() {}

    static ChainFitResult of(ChainFitRequest request) {
        if (!(request.pseudocount() >= 0)) {
            throw new InvalidParameterException("A pseudocount must not be negative.").at("/pseudocount");
        }
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        List<Label> sequence = request.sequence().values();
        if (sequence.size() < 2) {
            throw new InsufficientDataException("A transition needs two states, one after the other.")
                    .at("/sequence")
                    .with("size", sequence.size());
        }
        List<Label> states = request.states() == null
                ? request.sequence().distinct()
                : request.states().values();
        Labels.requireFew(states.size(), request.states() == null ? "/sequence" : "/states");
        long[][] counts = counts(sequence, states);
        return estimate(request, states, counts, sequence.size() - 1);
    }

    private static long[][] counts(List<Label> sequence, List<Label> states) {
        Map<Label, Integer> index = new HashMap<>();
        for (int i = 0; i < states.size(); i++) {
            if (index.putIfAbsent(states.get(i), i) != null) {
                throw new InvalidParameterException("Two states have the name %s.".formatted(states.get(i)))
                        .at("/states/" + i);
            }
        }
        long[][] counts = new long[states.size()][states.size()];
        Integer before = null;
        for (int t = 0; t < sequence.size(); t++) {
            Integer now = index.get(sequence.get(t));
            if (now == null) {
                throw new InvalidParameterException("There is no state %s.".formatted(sequence.get(t)))
                        .at("/sequence/" + t);
            }
            if (before != null) {
                counts[before][now]++;
            }
            before = now;
        }
        return counts;
    }

    private static ChainFitResult estimate(
            ChainFitRequest request, List<Label> states, long[][] counts, int transitions) {
        int n = states.size();
        double[] transition = new double[n * n];
        double[] errors = new double[n * n];
        double[] lower = new double[n * n];
        double[] upper = new double[n * n];
        CompensatedSum logLikelihood = new CompensatedSum();
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long left = 0;
            for (long count : counts[i]) {
                left += count;
            }
            if (left == 0) {
                warnings.add(new Warning(
                        "never-left",
                        "State %s was never left: nothing is known of where it leads.".formatted(states.get(i)),
                        "/transition/" + i));
            }
            for (int j = 0; j < n; j++) {
                double p = (counts[i][j] + request.pseudocount()) / (left + n * request.pseudocount());
                Interval bounds = left == 0
                        ? new Interval(Double.NaN, Double.NaN)
                        : ProportionBounds.wilson(counts[i][j], left, (1 - request.level()) / 2);
                transition[i * n + j] = p;
                errors[i * n + j] = left == 0 ? Double.NaN : Math.sqrt(p * (1 - p) / left);
                lower[i * n + j] = bounds.lower();
                upper[i * n + j] = bounds.upper();
                if (counts[i][j] > 0) {
                    logLikelihood.add(counts[i][j] * Math.log(p));
                }
            }
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new ChainFitResult(
                states,
                new Matrix(n, n, transition),
                counts,
                new Matrix(n, n, errors),
                new Matrix(n, n, lower),
                new Matrix(n, n, upper),
                logLikelihood.value(),
                transitions,
                warnings);
    }
}
