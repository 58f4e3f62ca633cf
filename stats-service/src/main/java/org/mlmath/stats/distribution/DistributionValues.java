package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.Pace;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.stats.number.UndefinedValues;

/** A function of a distribution, or its logarithm, at points. */
final class DistributionValues {
    private static final int POINTS_BETWEEN_CHECKS = 16;

    private DistributionValues() {}

    static DistributionValuesResult of(
            String name, DistributionPointsRequest request, DistributionFunction function, boolean logarithm) {
        if (function == DistributionFunction.DENSITY && NamedJointDistribution.exists(name)) {
            return JointValues.densities(name, request, logarithm);
        }
        NamedDistribution named = NamedDistribution.of(name, request.parameters());
        Distribution distribution = named.distribution();
        if (request.at().isMatrix()) {
            throw ProblemException.at(ProblemType.INVALID_REQUEST, "/at/0", "expected a finite number");
        }
        double[] at = request.at().entries();
        double[] values = new double[at.length];
        Pace pace = new Pace(at.length, Work.deadline());
        int underflows = 0;
        for (int i = 0; i < at.length; i++) {
            if (i % POINTS_BETWEEN_CHECKS == 0) {
                pace.check(i);
            }
            values[i] = logarithm ? function.logarithm(distribution, at[i]) : function.value(distribution, at[i]);
            if (values[i] == 0 && !logarithm && function.logarithm(distribution, at[i]) > Double.NEGATIVE_INFINITY) {
                underflows++;
            }
        }
        List<Warning> warnings = new ArrayList<>(UndefinedValues.warnings(values, "/values"));
        if (underflows > 0) {
            warnings.add(new Warning(
                    "underflow",
                    "%d of %d values are positive but smaller than the smallest double; their logarithms are not (log-pdf, log-cdf, log-survival)."
                            .formatted(underflows, values.length),
                    "/values"));
        }
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return new DistributionValuesResult(
                named.family().name(),
                named.parameters(),
                values,
                new DistributionDiagnostics(distribution.relativeErrorBound()),
                function.conventions(named.family().discrete()),
                warnings);
    }
}
