package org.mlmath.linalg.transformation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "What a linear map does")
public record TransformationDescribeResult(
        @Schema(description = "All that it is", examples = "[\"rotation\"]")
        List<TransformationKind> kinds,

        @Schema(
                description =
                        "By which areas (in space: volumes) are multiplied, negative where left and right are exchanged; null"
                                + " where it overflows",
                examples = "1")
        double determinant,

        @Schema(
                description = "Whether the determinant is positive: left stays left; false too where it is 0",
                examples = "true")
        boolean orientationPreserving,

        @Schema(
                description =
                        "Radians, of a (multiple of a) rotation: in (−π, π] in the plane, in [0, π] about the axis in space; of a"
                                + " rotation-reflection that of its rotation",
                examples = "1.5707963267948966",
                nullable = true)
        Double rotationAngle,

        @Schema(
                description =
                        "Unit vector along the axis, in space: the rotation is counter-clockwise seen from its tip",
                examples = "[0, 0, 1]",
                nullable = true)
        double[] axis,

        @Schema(description = "Unit vector across the mirror, of a reflection", examples = "[0, 1]", nullable = true)
        double[] mirrorNormal,

        @Schema(description = "A = rotate last · stretch · rotate first, from the singular value decomposition")
        Stretch stretch,

        @Schema(description = "Directions that stay on their line: the real eigenvectors")
        List<FixedDirection> fixedDirections,

        @Schema(
                description =
                        "The unit grid and its image, to draw: in the plane the lines x, y = −3 … 3, in space the unit cube")
        Grid grid,

        @Schema(description = "How the kinds were decided") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "TransformationStretch", description = "A = U·diag(factors)·Vᵀ, with a rotation for Vᵀ")
    public record Stretch(
            @Schema(description = "Vᵀ, a rotation, applied first")
            Matrix rotateFirst,

            @Schema(description = "The singular values, descending, which stretch the axes then", examples = "[2, 1]")
            double[] factors,

            @Schema(description = "U, applied last: a rotation, with a mirror where `reflects`")
            Matrix rotateLast,

            @Schema(description = "Radians in (−π, π], in the plane: the angle of Vᵀ", nullable = true)
            Double firstAngle,

            @Schema(
                    description = "Radians in (−π, π], in the plane: the angle of U, where it does not reflect",
                    nullable = true)
            Double lastAngle,

            @Schema(description = "Whether U exchanges left and right")
            boolean reflects) {}

    @Schema(name = "TransformationFixedDirection", description = "A·direction = value·direction")
    public record FixedDirection(
            @Schema(description = "By which the direction is stretched, a real eigenvalue", examples = "2")
            double value,

            @Schema(description = "Unit vector", examples = "[1, 0]")
            double[] direction) {}

    @Schema(name = "TransformationGrid", description = "Segments between points and between their images")
    public record Grid(
            @Schema(description = "Points of the grid, one per row")
            Matrix points,

            @Schema(description = "Their images, one per row")
            Matrix images,

            @Schema(description = "Which points to join: pairs of row indices", examples = "[[0, 1], [2, 3]]")
            int[][] segments) {}

    @Schema(name = "TransformationDiagnostics", description = "How the kinds were decided")
    public record Diagnostics(
            @Schema(description = "Singular values above the tolerance", examples = "2")
            int rank,

            @Schema(description = "How far, relative to its size, A may be from what it is called", examples = "1e-9")
            double tolerance,

            @Schema(description = "Always `tolerance`: entries of rotations are rounded", examples = "tolerance")
            String rankDecidedBy,

            @Schema(description = "‖A − UΣVᵀ‖_F / ‖A‖_F", examples = "1.1e-16")
            double reconstructionError) {}
}
