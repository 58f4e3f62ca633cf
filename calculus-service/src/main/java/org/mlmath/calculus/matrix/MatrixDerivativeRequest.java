package org.mlmath.calculus.matrix;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A formula of matrices to differentiate by one of its symbols")
public record MatrixDerivativeRequest(
        @Schema(
                description =
                        "The formula: products `*`, transposes `'` or `^T`, entrywise `.*`, `./`, `.^`, `inv`, `det`, `logdet`, `trace`, `norm`, `sum`, `dot`, `diag`, `logsumexp`, `softmax`, and functions of every entry such as `exp`, `log`, `sigmoid`",
                examples = "x'*A*x")
        @NotNull
        String expression,

        @Schema(
                description =
                        "The shape of every symbol: [rows, columns] of a matrix, [n] of a vector (a column), [] of a scalar; each at most 1000",
                examples = "{\"A\": [2, 2], \"x\": [2]}")
        @NotNull
        @Size(max = 50)
        Map<String, List<Integer>> symbols,

        @Schema(description = "By which symbol", examples = "x") @NotNull
        String variable,

        @Schema(description = "Symbols that are symmetric matrices, so that A' is A", examples = "[\"A\"]")
        List<String> symmetric,

        @Schema(
                description = "A value for every symbol of the formula, where the derivative's value is wanted as well",
                examples = "{\"A\": [[1, 2], [3, 4]], \"x\": [1, -1]}")
        Map<String, MatrixValue> at,

        @Schema(description = "Adds the working, differential by differential", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        if (expression == null || symbols == null) {
            return Cost.SMALL;
        }
        double largest = 1;
        for (List<Integer> shape : symbols.values()) {
            for (Integer size : shape == null ? List.<Integer>of() : shape) {
                largest = Math.max(largest, size == null ? 1 : Math.min(1000, size));
            }
        }
        // Some thirty evaluations, in which each operation may multiply two square matrices.
        double operations = expression.length() / 4.0 + 1;
        return new Cost(1e-4 + 1e-5 * operations + 30 * operations * 2e-10 * largest * largest * largest, (long)
                (operations * 64 * largest * largest));
    }
}
