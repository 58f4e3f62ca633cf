package org.mlmath.linalg.pca;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.pca.Standardization;

/**
 * A model as its caller sends it: scores = ((x − mean)/scale)·Vᵀ, divided by the roots of the variances where it whitens; and
 * x = scores·V·scale + mean, the point of the components' plane nearest to the data.
 */
public final class FittedModel {
    /** Components sent with six digits, as people print them, are not far from orthonormal; something else was sent beyond. */
    private static final double ORTHONORMAL = 1e-5;

    private static final Map<String, String> CONVENTIONS =
            Map.of("whiten", "scores are divided by the standard deviation of the fitted scores, divisor n - 1");

    private final Standardization standard;
    private final double[] deviations;
    private final Certificate orthogonality;

    private FittedModel(PcaModel model, double[] deviations, Certificate orthogonality) {
        this.standard = new Standardization(model.mean(), model.scale());
        this.deviations = deviations;
        this.orthogonality = orthogonality;
    }

    /**
     * @param data n×p
     * @throws DimensionMismatchException if the model's parts, or the data and the model, do not fit each other
     */
    static PcaTransformResult transform(PcaModel model, Matrix data, boolean explain) {
        FittedModel fitted = of(model);
        requireColumns("data", data, model.components(), model.components().columns());
        Matrix scores = PcaProjection.scores(data, fitted.standard, model.components(), fitted.deviations);
        return new PcaTransformResult(scores, fitted.diagnostics(), CONVENTIONS, fitted.warnings(explain));
    }

    /**
     * @param scores n×k
     * @throws DimensionMismatchException if the model's parts, or the scores and the model, do not fit each other
     */
    static PcaReconstructResult reconstruct(PcaModel model, Matrix scores, boolean explain) {
        FittedModel fitted = of(model);
        requireColumns("scores", scores, model.components(), model.components().rows());
        Matrix data = PcaProjection.data(scores, fitted.standard, model.components(), fitted.deviations);
        return new PcaReconstructResult(data, fitted.diagnostics(), CONVENTIONS, fitted.warnings(explain));
    }

    private static FittedModel of(PcaModel model) {
        Matrix components = model.components();
        if (components.rows() == 0 || components.columns() == 0) {
            throw new DimensionMismatchException(
                            "The model has no components: they are %s.".formatted(components.shape()))
                    .at("/model/components");
        }
        requireLength("mean", model.mean(), components, components.columns());
        if (model.scale() != null) {
            requireLength("scale", model.scale(), components, components.columns());
            requireScale(model.scale());
        }
        return new FittedModel(
                model, model.whiten() ? deviations(model) : null, Certificate.ofOrthonormalRows(components));
    }

    private static double[] deviations(PcaModel model) {
        if (model.explainedVariance() == null) {
            throw new InvalidParameterException("A model that whitens needs the variances of its components.")
                    .at("/model/explainedVariance");
        }
        requireLength(
                "explainedVariance",
                model.explainedVariance(),
                model.components(),
                model.components().rows());
        double[] deviations = new double[model.explainedVariance().length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.sqrt(model.explainedVariance()[i]);
        }
        PcaProjection.requireDeviations(deviations, "/model/explainedVariance");
        return deviations;
    }

    private static void requireLength(String name, double[] vector, Matrix components, int length) {
        if (vector.length != length) {
            throw new DimensionMismatchException("%s has %d entries, but the components are %s: it takes %d."
                            .formatted(name, vector.length, components.shape(), length))
                    .at("/model/" + name);
        }
    }

    private static void requireScale(double[] scale) {
        for (int j = 0; j < scale.length; j++) {
            if (!(scale[j] > 0)) {
                throw new InvalidParameterException(
                                "Is %s; columns are divided by positive numbers.".formatted(scale[j]))
                        .at("/model/scale/" + j);
            }
        }
    }

    private static void requireColumns(String name, Matrix rows, Matrix components, int columns) {
        if (rows.columns() != columns || rows.rows() == 0) {
            throw new DimensionMismatchException("%s is %s, but the model's components are %s: it takes rows of %d."
                            .formatted(name, rows.shape(), components.shape(), columns))
                    .at("/" + name);
        }
    }

    private PcaModelDiagnostics diagnostics() {
        return new PcaModelDiagnostics(orthogonality.value(), orthogonality.estimated());
    }

    private List<Warning> warnings(boolean explain) {
        List<Warning> warnings = new ArrayList<>();
        if (orthogonality.value() > ORTHONORMAL) {
            warnings.add(new Warning(
                    "not-orthonormal",
                    "The rows of components are not orthonormal, as those of a fit are: scores and data do not lead back to"
                            + " each other.",
                    "/model/components"));
        }
        if (explain) {
            warnings.add(Warning.noSteps());
        }
        return warnings;
    }
}
