/** The expression language: one immutable tree, one parser with positions, visitors outside the nodes. */
package org.mlmath.expression;
