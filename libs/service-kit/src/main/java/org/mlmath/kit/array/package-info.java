/**
 * Arrays on the wire: JSON read straight into row-major {@code double[]} and written back without a String per number. Refusals
 * (ragged, not a number, too many) name the JSON Pointer of the entry.
 */
package org.mlmath.kit.array;
