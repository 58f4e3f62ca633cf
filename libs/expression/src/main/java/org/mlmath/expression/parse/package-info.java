/**
 * From text to tree. {@link org.mlmath.expression.parse.Lexer} cuts the text into tokens and settles spelling (Unicode
 * operators, Greek letters, LaTeX commands), {@link org.mlmath.expression.parse.Operators} reads them by precedence climbing.
 * Positions are offsets in UTF-16 units into the text as given, the end exclusive; they stand beside the tree, not in it.
 */
package org.mlmath.expression.parse;
