package org.mlmath.stats.contingency;

import java.util.Arrays;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.number.Words;

/** A table of counts with its margins. */
record Counts(Matrix table, double[] rows, double[] columns, double total) {
    /** From here on doubles do not hold every integer. */
    private static final double MOST = 0x1p53;

    /**
     * @throws InvalidParameterException at {@code /table/i/j} for an entry that is no count, at {@code /table} for fewer than two
     *     rows or columns
     * @throws InsufficientDataException at {@code /table} where all counts are 0
     */
    static Counts of(Matrix table, boolean integers) {
        if (table.rows() < 2 || table.columns() < 2) {
            throw new InvalidParameterException(
                            "The table is %s; it needs two rows and two columns at least.".formatted(table.shape()))
                    .at("/table");
        }
        double[] rows = new double[table.rows()];
        double[] columns = new double[table.columns()];
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double count = table.get(i, j);
                requireCount(count, integers, "/table/" + i + "/" + j);
                rows[i] += count;
                columns[j] += count;
                total.add(count);
            }
        }
        if (!(total.value() <= MOST)) { // NaN where the sum overflowed
            throw new InvalidParameterException("The counts can add up to 2^53 at most.").at("/table");
        }
        if (total.value() == 0) {
            throw new InsufficientDataException("All counts are 0.").at("/table");
        }
        return new Counts(table, rows, columns, total.value());
    }

    static void requireCount(double count, boolean integer, String pointer) {
        if (!(count >= 0) || integer && count != Math.rint(count)) {
            throw new InvalidParameterException("A count is %s, but this is %s."
                            .formatted(integer ? "an integer, not negative" : "not negative", Words.exact(count)))
                    .at(pointer);
        }
    }

    double expected(int row, int column) {
        return rows[row] * (columns[column] / total);
    }

    long occupiedRows() {
        return Arrays.stream(rows).filter(sum -> sum > 0).count();
    }

    long occupiedColumns() {
        return Arrays.stream(columns).filter(sum -> sum > 0).count();
    }
}
