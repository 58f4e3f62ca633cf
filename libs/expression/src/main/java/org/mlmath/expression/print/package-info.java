/** From tree to text that reads back as the same tree, and to LaTeX. */
package org.mlmath.expression.print;
