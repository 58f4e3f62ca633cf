package org.mlmath.calculus.critical;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The critical points of an expression in a region")
public record CriticalPointsResult(
        @Schema(description = "The points at which the gradient is zero, by their coordinates in rising order")
        List<CriticalPoint> points,

        @Schema(
                description =
                        "Whether these are proven to be all the critical points in the region, each of them alone",
                examples = "true")
        boolean complete,

        @Schema(
                description =
                        "Points at which the expression is continuous but has no gradient, found on the way, such as that of |x| at 0; they may be extrema")
        List<NonSmoothPoint> nonSmooth,

        @Schema(description = "The variables in order", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "The gradient, simplified", examples = "[\"3*x^2 - 3\", \"2*y\"]")
        List<String> gradient,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps,

        @Schema(description = "How the points were found") CriticalDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "A point at which the gradient is zero")
    public record CriticalPoint(
            @Schema(description = "The coordinates by variable", examples = "{\"x\": 1, \"y\": 0}")
            Map<String, Double> at,

            @Schema(
                    description = "The coordinates as expressions, where they are known exactly",
                    nullable = true,
                    examples = "{\"x\": \"1\", \"y\": \"0\"}")
            Map<String, String> exact,

            @Schema(description = "The expression there", nullable = true, examples = "-2")
            Double value,

            @Schema(description = "What kind of point it is", examples = "minimum")
            PointKind kind,

            @Schema(
                    description =
                            "What decided: `second-derivatives` (signs of the Hessian's eigenvalues), `higher-derivatives` (of one variable) "
                                    + "or `none`",
                    examples = "second-derivatives")
            String decidedBy,

            @Schema(
                    description = "The eigenvalues of the Hessian, ascending; null where it has an undefined entry",
                    nullable = true,
                    examples = "[2, 6]")
            double[] hessianEigenvalues,

            @Schema(
                    description = "Of points around it, on spheres that shrink, how many have lower and higher values",
                    nullable = true)
            Neighbourhood neighbourhood,

            @Schema(
                    description = "Whether it is proven that there is a critical point here, and only one",
                    examples = "true")
            boolean proven) {}

    @Schema(description = "Values around a point compared with its own: evidence, no proof")
    public record Neighbourhood(
            @Schema(description = "Points with a lower value", examples = "0")
            int lower,

            @Schema(description = "Points with a higher value", examples = "48")
            int higher,

            @Schema(description = "Points whose value differs by no more than rounding", examples = "0")
            int equal) {}

    @Schema(description = "A point without a gradient")
    public record NonSmoothPoint(
            @Schema(description = "The coordinates by variable", examples = "{\"x\": 0}")
            Map<String, Double> at,

            @Schema(description = "The expression there", examples = "0")
            Double value,

            @Schema(description = "What the values around it suggest", examples = "minimum")
            PointKind kind,

            @Schema(description = "Values around it") Neighbourhood neighbourhood) {}

    @Schema(description = "How the points were found")
    public record CriticalDiagnostics(
            @Schema(
                    description =
                            "`algebra`: the roots of a polynomial derivative; `intervals`: branch and bound on the gradient with proofs by "
                                    + "interval arithmetic",
                    examples = "intervals")
            String method,

            @Schema(
                    description = "The largest entry of the gradient at each point, in double precision",
                    examples = "[0]")
            double[] gradientNorms,

            @Schema(description = "Boxes that were looked at", nullable = true, examples = "57")
            Integer boxes,

            @Schema(description = "Parts of the region in which nothing could be proven: an interval per variable")
            List<Map<String, double[]>> undecided) {}
}
