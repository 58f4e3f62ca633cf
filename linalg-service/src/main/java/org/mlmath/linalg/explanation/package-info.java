/** What explanations share: how long they may be, and how matrices look in LaTeX. */
package org.mlmath.linalg.explanation;
