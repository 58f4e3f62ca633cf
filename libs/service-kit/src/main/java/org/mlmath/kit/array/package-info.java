/**
 * Arrays on the wire: JSON read straight into row-major {@code double[]} and written back without a String per number. Refusals
 * (ragged, not a number, too many) name the JSON Pointer of the entry.
 *
 * <p>Requests also come as npz, npy or CSV ({@link org.mlmath.kit.array.ArrayBody}, the place to start reading): what is not JSON is
 * presented to Jackson as the tokens that JSON would have had, with each array in one piece, so that no operation and no reader
 * of a type needs to know. Answers go out as npz or npy by {@link org.mlmath.kit.array.ResultArrays}. A type with a reader of its own
 * that takes an array says so by {@link org.mlmath.kit.array.ReadsArray}, which also asks for the columns of a CSV data set by name.
 */
package org.mlmath.kit.array;
