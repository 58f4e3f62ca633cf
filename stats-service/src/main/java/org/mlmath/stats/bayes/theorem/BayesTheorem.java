package org.mlmath.stats.bayes.theorem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.number.Words;

/**
 * Bayes' theorem for finitely many hypotheses: P(H | E) = P(E | H) P(H) / Σ P(E | H′) P(H′), for one piece of evidence after the
 * other, in logarithms, so that a thousand pieces do not underflow.
 */
final class BayesTheorem {
    private static final double TOLERANCE = 1e-9;

    private final BayesTheoremRequest request;
    private final double[] priors;
    private final List<String> names;
    private final List<Warning> warnings = new ArrayList<>();

    private BayesTheorem(BayesTheoremRequest request) {
        this.request = request;
        this.priors = request.priors().values();
        this.names = names(request);
    }

    /**
     * @throws InvalidParameterException for priors that are no probabilities or do not sum to 1, for negative likelihoods
     * @throws DimensionMismatchException for likelihoods that are not one per hypothesis
     * @throws DomainException where every hypothesis excludes the evidence
     */
    static BayesTheoremResult update(BayesTheoremRequest request) {
        return new BayesTheorem(request).result();
    }

    private static List<String> names(BayesTheoremRequest request) {
        int count = request.priors().values().length;
        List<String> given = request.priors().names();
        if (request.names() != null) {
            if (given != null) {
                throw new InvalidParameterException("The priors have names already.").at("/names");
            }
            given = request.names();
            if (given.size() != count) {
                throw new DimensionMismatchException("There are %d priors and %d names.".formatted(count, given.size()))
                        .at("/names");
            }
            if (given.stream().anyMatch(name -> name == null || name.isBlank())
                    || new HashSet<>(given).size() < count) {
                throw new InvalidParameterException("Each hypothesis needs a name of its own.").at("/names");
            }
            return given;
        }
        if (given != null) {
            return given;
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(Integer.toString(i));
        }
        return numbers;
    }

    private BayesTheoremResult result() {
        requirePriors();
        List<double[]> evidence = request.observed() == null ? pieces() : outcomes();
        int n = priors.length;
        double[] logJoint = Arrays.stream(priors).map(Math::log).toArray();
        double[] logLikelihood = new double[n];
        double[] before = priors;
        double logEvidence = 0;
        List<EvidenceUpdate> updates = new ArrayList<>();
        List<Step> steps = Boolean.TRUE.equals(request.explain()) ? new ArrayList<>() : null;
        for (int k = 0; k < evidence.size(); k++) {
            double[] likelihood = evidence.get(k);
            for (int i = 0; i < n; i++) {
                logJoint[i] += Math.log(likelihood[i]);
                logLikelihood[i] += Math.log(likelihood[i]);
            }
            double logTotal = logSum(logJoint);
            if (logTotal == Double.NEGATIVE_INFINITY) {
                throw new DomainException(
                                "No hypothesis with a positive probability allows this evidence, so there is nothing to divide by.")
                        .at(
                                request.observed() == null
                                        ? request.likelihoods().several() ? "/likelihoods/" + k : "/likelihoods"
                                        : "/observed/" + k);
            }
            double[] posteriors = new double[n];
            for (int i = 0; i < n; i++) {
                posteriors[i] = Math.exp(logJoint[i] - logTotal);
            }
            if (evidence.size() == 1) {
                direct(likelihood, posteriors);
            }
            double probability = evidence.size() == 1 ? total(likelihood) : Math.exp(logTotal - logEvidence);
            updates.add(new EvidenceUpdate(probability, posteriors));
            if (steps != null) {
                explain(steps, before, likelihood, probability, posteriors, evidence.size() == 1 ? "" : " " + (k + 1));
            }
            logEvidence = logTotal;
            before = posteriors;
        }
        double[] posteriors = updates.getLast().posteriors();
        double joint = updates.size() == 1 ? updates.getFirst().evidence() : Math.exp(logEvidence);
        List<HypothesisRow> table = new ArrayList<>();
        int best = 0;
        for (int i = 0; i < n; i++) {
            double likelihood = updates.size() == 1 ? evidence.getFirst()[i] : Math.exp(logLikelihood[i]);
            table.add(new HypothesisRow(names.get(i), priors[i], likelihood, priors[i] * likelihood, posteriors[i]));
            best = posteriors[i] > posteriors[best] ? i : best;
        }
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("evidence", "pieces are independent given the hypothesis");
        return new BayesTheoremResult(
                new NamedValues(request.priors().names(), posteriors),
                joint,
                updates.size() == 1 ? Math.log(joint) : logEvidence,
                names.get(best),
                table,
                updates,
                n == 2 ? quotient(logLikelihood[0], logLikelihood[1]) : null,
                n == 2 ? quotient(logJoint[0], logJoint[1]) : null,
                conventions,
                warnings,
                steps == null ? null : Steps.limited(steps, warnings));
    }

    /** One piece of evidence as one would by hand: no logarithms, so that 0.01 × 0.95 / 0.1085 is just that. */
    private void direct(double[] likelihood, double[] posteriors) {
        double total = total(likelihood);
        if (total >= Double.MIN_NORMAL && total <= Double.MAX_VALUE) {
            for (int i = 0; i < posteriors.length; i++) {
                posteriors[i] = priors[i] * likelihood[i] / total;
            }
        }
    }

    private double total(double[] likelihood) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < priors.length; i++) {
            sum.add(priors[i] * likelihood[i]);
        }
        return sum.value();
    }

    private static Double quotient(double logFirst, double logSecond) {
        double quotient = Math.exp(logFirst - logSecond);
        return Double.isNaN(quotient) ? null : quotient;
    }

    private static double logSum(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        CompensatedSum sum = new CompensatedSum();
        for (double log : logs) {
            sum.add(Math.exp(log - largest));
        }
        return largest + Math.log(sum.value());
    }

    private void requirePriors() {
        if (priors.length == 0) {
            throw new InvalidParameterException("There are no hypotheses.").at("/priors");
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < priors.length; i++) {
            if (!(priors[i] >= 0)) {
                throw new InvalidParameterException(
                                "A probability is not negative, but this is %s.".formatted(Words.exact(priors[i])))
                        .at(priorPointer(i));
            }
            sum.add(priors[i]);
        }
        if (!(Math.abs(sum.value() - 1) <= TOLERANCE)) {
            throw new InvalidParameterException(
                            "The priors sum to %s, not to 1. Add the hypotheses that are missing, or divide by the sum."
                                    .formatted(Double.toString(sum.value())))
                    .at("/priors")
                    .with("sum", sum.value());
        }
    }

    private String priorPointer(int i) {
        return "/priors/"
                + (request.priors().names() == null
                        ? Integer.toString(i)
                        : names.get(i).replace("~", "~0").replace("/", "~1"));
    }

    /** Each row is a piece of evidence with a likelihood per hypothesis. */
    private List<double[]> pieces() {
        List<double[]> pieces = new ArrayList<>();
        boolean density = false;
        for (int k = 0; k < request.likelihoods().rows().size(); k++) {
            String pointer = request.likelihoods().several() ? "/likelihoods/" + k : "/likelihoods";
            double[] row = inOrder(request.likelihoods().rows().get(k), pointer);
            requireCount(row.length, pointer);
            for (int i = 0; i < row.length; i++) {
                requireNotNegative(row[i], pointer + "/" + i);
                density |= row[i] > 1;
            }
            pieces.add(row);
        }
        if (density) {
            warnings.add(new Warning(
                    "likelihood-above-one",
                    "Some likelihoods are above 1: they are taken as densities, and so is the evidence.",
                    "/likelihoods"));
        }
        return pieces;
    }

    /** Rows of the table are hypotheses, columns outcomes. */
    private List<double[]> outcomes() {
        List<NamedValues> rows = request.likelihoods().rows();
        if (!request.likelihoods().several()) {
            throw new DimensionMismatchException(
                            "With observed, likelihoods is a table: a list with a row for each hypothesis.")
                    .at("/likelihoods");
        }
        requireCount(rows.size(), "/likelihoods");
        int outcomes = rows.getFirst().values().length;
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i).values();
            String pointer = "/likelihoods/" + i;
            if (row.length != outcomes) {
                throw new DimensionMismatchException(
                                "This row has %d outcomes and the first has %d.".formatted(row.length, outcomes))
                        .at(pointer);
            }
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < row.length; j++) {
                requireNotNegative(row[j], pointer + "/" + j);
                sum.add(row[j]);
            }
            if (!(Math.abs(sum.value() - 1) <= TOLERANCE)) {
                throw new InvalidParameterException("The probabilities of the outcomes sum to %s, not to 1."
                                .formatted(Double.toString(sum.value())))
                        .at(pointer)
                        .with("sum", sum.value());
            }
        }
        if (request.observed().isEmpty()) {
            throw new InvalidParameterException("Nothing was observed.").at("/observed");
        }
        List<double[]> pieces = new ArrayList<>();
        for (int k = 0; k < request.observed().size(); k++) {
            Integer outcome = request.observed().get(k);
            if (outcome == null || outcome < 0 || outcome >= outcomes) {
                throw new InvalidParameterException("Outcomes are numbered from 0 to %d.".formatted(outcomes - 1))
                        .at("/observed/" + k);
            }
            pieces.add(rows.stream().mapToDouble(row -> row.values()[outcome]).toArray());
        }
        return pieces;
    }

    /** By the priors' names where the row has names. */
    private double[] inOrder(NamedValues row, String pointer) {
        if (row.names() == null) {
            return row.values();
        }
        requireCount(row.values().length, pointer);
        double[] values = new double[names.size()];
        for (int i = 0; i < values.length; i++) {
            int at = row.names().indexOf(names.get(i));
            if (at < 0) {
                throw new InvalidParameterException("There is no likelihood for \"%s\".".formatted(names.get(i)))
                        .at(pointer);
            }
            values[i] = row.values()[at];
        }
        return values;
    }

    private void requireCount(int count, String pointer) {
        if (count != priors.length) {
            throw new DimensionMismatchException(
                            "There are %d hypotheses and %d likelihoods.".formatted(priors.length, count))
                    .at(pointer);
        }
    }

    private static void requireNotNegative(double value, String pointer) {
        if (!(value >= 0)) {
            throw new InvalidParameterException(
                            "A likelihood is not negative, but this is %s.".formatted(Words.exact(value)))
                    .at(pointer);
        }
    }

    private void explain(
            List<Step> steps, double[] before, double[] likelihood, double evidence, double[] after, String which) {
        List<String> terms = new ArrayList<>();
        double[] joint = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            joint[i] = before[i] * likelihood[i];
            terms.add(Words.latex(before[i]) + " \\cdot " + Words.latex(likelihood[i]));
        }
        steps.add(new Step(
                "joint",
                "Prior times likelihood" + which,
                "How probable each hypothesis is together with the evidence" + which + ".",
                "P(H_i)\\,P(E \\mid H_i):\\quad " + String.join(",\\ ", shortened(terms)),
                joint));
        steps.add(new Step(
                "evidence",
                "The evidence" + which,
                "How probable the evidence" + which + " is at all: the sum over all hypotheses.",
                "P(E) = " + String.join(" + ", shortened(terms)) + " = " + Words.latex(evidence),
                evidence));
        List<String> quotients = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            quotients.add("\\frac{%s}{%s} = %s"
                    .formatted(Words.latex(joint[i]), Words.latex(evidence), Words.latex(after[i])));
        }
        steps.add(new Step(
                "posterior",
                "Posteriors" + which,
                "What of the evidence" + which + " falls to each hypothesis.",
                "P(H_i \\mid E) = \\frac{P(H_i)\\,P(E \\mid H_i)}{P(E)}:\\quad "
                        + String.join(",\\ ", shortened(quotients)),
                after));
    }

    /** As many as fit on a line. */
    private static List<String> shortened(List<String> terms) {
        if (terms.size() <= 8) {
            return terms;
        }
        List<String> some = new ArrayList<>(terms.subList(0, 6));
        some.add("\\ldots");
        some.add(terms.getLast());
        return some;
    }
}
